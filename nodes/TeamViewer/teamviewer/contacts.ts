import { onlyRecordOf, recordsIn, recordsOf, recordWith } from './answer';
import type { TeamViewerClient } from './client';
import { isRateLimit } from './failure';
import { path } from './request';
import { TeamViewerError } from './teamViewerError';
import type { Contact, SentInvitation } from './types';

/** What `GET /contacts` can be narrowed by. */
export interface ContactQuery {
	/** Several are separated by commas. */
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

/** One contact; TeamViewer sends it as a list of one (OpenAPI document); the contact itself is understood too. Needs a user token. */
export async function getContact(client: TeamViewerClient, id: string): Promise<Contact> {
	const contact = `contact ${id}`;
	const answer = await client.get<object>(path`/contacts/${id}`, undefined, contact);
	return recordWith(onlyRecordOf<Contact>(answer, 'contacts', contact), 'contact', 'contact_id');
}

/** What `POST /contacts` takes: one of the two ways to name the group. */
export interface ContactInput {
	email: string;
	groupid?: string;
	/** TeamViewer makes a group of a new name. */
	groupname?: string;
	description?: string;
	/** Whether somebody without a TeamViewer account is invited to make one. */
	invite?: boolean;
}

/**
 * Adds a person to the Computers & Contacts list. Needs a user token.
 *
 * TeamViewer answers with an error where it could only send an invitation (API manual). That is what was asked for, and a
 * second try would send a second mail.
 */
export async function createContact(
	client: TeamViewerClient,
	input: ContactInput,
): Promise<Contact | SentInvitation> {
	const { email, invite } = input;
	try {
		const answer = await client.post<object>('/contacts', input);
		const contact = onlyRecordOf<Contact>(answer, 'contacts', 'contact', true);
		return recordWith(contact, 'contact', 'contact_id', true);
	} catch (error) {
		const message = invite ? invitationIn(error) : undefined;
		if (message === undefined) throw error as Error;
		return { email, invited: true, message };
	}
}

/** Takes a contact from the Computers & Contacts list. Needs a user token. */
export async function deleteContact(client: TeamViewerClient, id: string): Promise<void> {
	await client.delete(path`/contacts/${id}`, `contact ${id}`);
}

/** What TeamViewer says of an invitation that is out; undefined where it says something else. Its exact words are not known. */
function invitationIn(error: unknown): string | undefined {
	if (!(error instanceof TeamViewerError) || isRateLimit(error.failure)) return undefined;
	const { description = '' } = error.failure;
	const clauses = description.split(/[.;,:]|\bbut\b|\bhowever\b/i);
	return clauses.some(isSent) ? description : undefined;
}

function isSent(clause: string): boolean {
	const isAbout = /\binvited\b|\binvit.*\bsent\b|\bsent\b.*\binvit/i.test(clause);
	return isAbout && !/\b(not|no|never|cannot|unable|failed)\b|n't\b/i.test(clause);
}
