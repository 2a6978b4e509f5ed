import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { fromTeamViewerDate } from '../teamviewer/dates';
import { recordsOf } from '../teamviewer/answer';
import { TeamViewerClient } from '../teamviewer/client';
import { connectionReportPage } from '../teamviewer/connectionReports';
import { sessionPage } from '../teamviewer/sessions';
import type { ConnectionReport, Group, Session, User } from '../teamviewer/types';

/** How many entries of a list that TeamViewer sends whole are shown at a time. */
const ENTRIES = 100;

/** The searches behind From List, by the names that the pickers use. */
export const listSearch = {
	searchAssignees,
	searchGroups,
	searchReports,
	searchSessions,
	searchUsers,
};

async function searchGroups(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const answer = await new TeamViewerClient(this).get<object>('/groups');
	return slice(entries(recordsOf<Group>(answer, 'groups'), nameOf), filter, paginationToken);
}

async function searchUsers(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return slice(await readUsers(this), filter, paginationToken);
}

async function searchAssignees(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return slice(
		[{ name: 'Nobody', value: 'u0' }, ...(await readUsers(this))],
		filter,
		paginationToken,
	);
}

async function readUsers(caller: ILoadOptionsFunctions): Promise<INodeListSearchItems[]> {
	const answer = await new TeamViewerClient(caller).get<object>('/users');
	return entries(recordsOf<User>(answer, 'users'), ({ name, email }) =>
		name && email ? `${name} (${email})` : (name ?? email),
	);
}

/** Open sessions, newest first, a page of TeamViewer's at a time. */
async function searchSessions(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const { records, next } = await sessionPage(new TeamViewerClient(this), {}, paginationToken);
	const results = records
		.filter(({ code }) => typeof code === 'string')
		.map((session) => ({ name: describeSession(session), value: session.code }));
	return { results: matching(results, filter), paginationToken: next };
}

/** The latest connections first, a page of TeamViewer's at a time. */
async function searchReports(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const { records, next } = await connectionReportPage(
		new TeamViewerClient(this),
		{},
		paginationToken,
	);
	const results = records
		.filter(({ id }) => typeof id === 'string')
		.map((report) => ({ name: describeReport(report), value: report.id }));
	return { results: matching(results, filter), paginationToken: next };
}

/** `Printer is offline · Ada Example · 2 hours old · s119-457-589` */
function describeSession({ code, description, end_customer, created_at }: Session): string {
	return parts(description, end_customer?.name, age(created_at), code);
}

/** `2026-01-31 08:15 · Ada Example → FRONTDESK-01 · 25 min` */
function describeReport({
	username,
	devicename,
	deviceid,
	start_date,
	end_date,
}: ConnectionReport): string {
	const start = fromTeamViewerDate(start_date);
	const end = fromTeamViewerDate(end_date);
	return parts(
		start === undefined ? undefined : new Date(start).toISOString().slice(0, 16).replace('T', ' '),
		[username, devicename ?? deviceid].filter(Boolean).join(' → '),
		start === undefined || end === undefined
			? undefined
			: `${Math.max(1, Math.round((end - start) / 60_000))} min`,
	);
}

function age(date: string | undefined): string | undefined {
	const created = fromTeamViewerDate(date);
	if (created === undefined) return undefined;
	const minutes = Math.max(0, Math.round((Date.now() - created) / 60_000));
	if (minutes < 120) return `${minutes} min old`;
	const hours = Math.round(minutes / 60);
	return hours < 48 ? `${hours} h old` : `${Math.round(hours / 24)} days old`;
}

function parts(...texts: unknown[]): string {
	return texts.filter((text) => typeof text === 'string' && text !== '').join(' · ');
}

function entries<T extends { id: string }>(
	records: T[],
	describe: (record: T) => string | undefined,
): INodeListSearchItems[] {
	return records
		.filter(({ id }) => typeof id === 'string')
		.map((record) => ({ name: describe(record) ?? record.id, value: record.id }))
		.sort((one, other) => one.name.localeCompare(other.name));
}

function nameOf({ name }: Group): string | undefined {
	return name;
}

/** A part of a list that TeamViewer sends whole; the token is where the next part starts. */
function slice(
	all: INodeListSearchItems[],
	filter: string | undefined,
	paginationToken: string | undefined,
): INodeListSearchResult {
	const found = matching(all, filter);
	const start = Number(paginationToken ?? 0);
	const end = start + ENTRIES;
	return {
		results: found.slice(start, end),
		...(end < found.length && { paginationToken: String(end) }),
	};
}

function matching(all: INodeListSearchItems[], filter: string | undefined): INodeListSearchItems[] {
	const words = (filter ?? '').toLowerCase().split(/\s+/).filter(Boolean);
	return all.filter(({ name, value }) => {
		const text = `${name} ${value}`.toLowerCase();
		return words.every((word) => text.includes(word));
	});
}
