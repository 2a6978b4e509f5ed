import type { INodeListSearchItems } from 'n8n-workflow';

import { fromTeamViewerDate } from '../../teamviewer/dates';
import { sessionPage } from '../../teamviewer/sessions';
import type { Session } from '../../teamviewer/types';
import type { Field, Wording } from '../field';
import { entries, matching, parts, searchPages } from './entries';
import { fromList, locator, typed, validation } from './locator';
import type { Search } from './search';
import { readSessionCode, SESSION_CODE } from './sessionCode';

/** Chooses an open session, or takes any session's code or link. */
export function sessionLocator(wording: Wording): Field<string | undefined> {
	return locator({ whenEmpty: SESSION_CODE.remedy, ...wording }, [
		fromList('searchSessions', 'Select a session...', readSessionCode),
		typed(
			{
				name: 'code',
				displayName: 'By Code',
				placeholder: `e.g. ${SESSION_CODE.example}`,
				hint: 'The code or any link of the session',
				validation: validation(SESSION_CODE.accepted, SESSION_CODE.remedy),
			},
			readSessionCode,
		),
	]);
}

/** Open sessions, newest first; a code in any form and a link are understood too. */
export const searchSessions: Search = async (client, filter, paginationToken) => {
	const code = codeIn(filter);
	return await searchPages(
		(token) => sessionPage(client, {}, token),
		(sessions) => {
			const all = entries(sessions, 'code', describe);
			const found = matching(all, filter);
			return found.length === 0 && code !== undefined ? withCode(all, code) : found;
		},
		paginationToken,
	);
};

/** `Printer is offline · Ada Example · 2 h old · s119-457-589` */
function describe({ code, description, end_customer, created_at }: Session): string {
	return parts(description, end_customer?.name, age(created_at), code);
}

function age(date: string | undefined): string | undefined {
	const created = fromTeamViewerDate(date);
	if (created === undefined) return undefined;
	const minutes = Math.max(0, Math.round((Date.now() - created) / 60_000));
	if (minutes < 120) return `${minutes} min old`;
	const hours = Math.round(minutes / 60);
	return hours < 48 ? `${hours} h old` : `${Math.round(hours / 24)} days old`;
}

function codeIn(filter: string | undefined): string | undefined {
	try {
		return readSessionCode(filter ?? '', 'Session');
	} catch {
		return undefined;
	}
}

function withCode(all: INodeListSearchItems[], code: string): INodeListSearchItems[] {
	return all.filter(({ value }) => value === code);
}
