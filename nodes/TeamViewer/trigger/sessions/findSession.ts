import { NodeApiError } from 'n8n-workflow';

import type { TeamViewerClient } from '../../teamviewer/client';
import { getSession } from '../../teamviewer/sessions';
import type { Session } from '../../teamviewer/types';

/** Looks a session up; undefined when TeamViewer does not know it any more, or not for this token. */
export async function findSession(
	client: TeamViewerClient,
	code: string,
): Promise<Session | undefined> {
	return await getSession(client, code).catch((error: unknown) => {
		if (isUnknown(error)) return undefined;
		throw error;
	});
}

/** Older endpoints call an unknown code an invalid request, newer ones answer 404. */
function isUnknown(error: unknown): boolean {
	if (!(error instanceof NodeApiError)) return false;
	const { error: category } = (error.context.data ?? {}) as { error?: string };
	return error.httpCode === '404' || (error.httpCode === '400' && category === 'invalid_request');
}
