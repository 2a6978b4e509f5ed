import { recordsIn, recordsOf } from './answer';
import type { TeamViewerClient } from './client';
import type { Contact } from './types';

/** What `GET /contacts` can be narrowed by. */
export interface ContactQuery {
	email?: string;
	groupid?: string;
	name?: string;
	online_state?: string;
	/** Whether to list invitations too that nobody has answered yet. */
	include_invitations?: boolean;
}

/**
 * All contacts of the Computers & Contacts list, then the open invitations where they were asked for; TeamViewer pages
 * neither. Needs a user token.
 */
export async function listContacts(
	client: TeamViewerClient,
	query: ContactQuery = {},
): Promise<Contact[]> {
	const answer = await client.get<{ invitations?: unknown }>('/contacts', { ...query });
	return [
		...recordsOf<Contact>(answer, 'contacts'),
		...recordsIn<Contact>(answer.invitations ?? [], "list 'invitations'"),
	];
}
