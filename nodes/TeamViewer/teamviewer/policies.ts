import { recordsOf } from './answer';
import type { TeamViewerClient } from './client';
import type { Policy } from './types';

/** All TeamViewer policies; TeamViewer does not page them. Needs a user token. */
export async function listPolicies(client: TeamViewerClient): Promise<Policy[]> {
	return recordsOf<Policy>(await client.get('/teamviewerpolicies'), 'policies');
}
