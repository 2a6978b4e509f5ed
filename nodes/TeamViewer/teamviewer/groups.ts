import { recordsOf } from './answer';
import type { TeamViewerClient } from './client';
import type { Group } from './types';

/** What `GET /groups` can be narrowed by. */
export interface GroupQuery {
	name?: string;
	/** Whether the group is shared with others. */
	shared?: boolean;
}

/** All groups that the token sees; TeamViewer does not page them. */
export async function listGroups(
	client: TeamViewerClient,
	query: GroupQuery = {},
): Promise<Group[]> {
	return recordsOf<Group>(await client.get('/groups', { ...query }), 'groups');
}
