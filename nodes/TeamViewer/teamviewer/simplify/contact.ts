import { has } from '../answer';
import type { Contact } from '../types';
import { pick, type Simple } from './pick';

/** Who it is, where the person stands in the list, and whether the person can be reached. */
const FIELDS = [
	'contact_id',
	'user_id',
	'name',
	'email',
	'groupid',
	'description',
	'online_state',
] as const;

/**
 * Picks the fields that most workflows use, names and values untouched, and adds `connect_link`: it asks the person, who
 * must be signed in, to let the user control the device. Nobody can connect to an invitation, which keeps TeamViewer's own
 * keys: it has `groupId` for a contact's `groupid`, and no ID.
 */
export function simplifyContact(contact: Contact): Simple {
	if (!has(contact, 'contact_id')) return withOwnKeys(contact);
	const simple = pick(contact, FIELDS);
	return Object.assign(simple, connectLink(simple));
}

function withOwnKeys(invitation: Contact): Simple {
	const fields: readonly string[] = FIELDS;
	return Object.fromEntries(
		Object.entries(invitation).filter(
			([key, value]) => fields.includes(key.toLowerCase()) && (value ?? null) !== null,
		),
	);
}

/** Source: the API manual's connect links. An open invitation has neither an account nor a name yet. */
function connectLink({ contact_id, user_id, name }: Simple): { connect_link?: string } {
	if (typeof contact_id !== 'string' || (user_id ?? name) === undefined) return {};
	const id = encodeURIComponent(contact_id);
	return {
		connect_link: `https://start.teamviewer.com/contact/${id}/authorization/prompt/mode/control`,
	};
}
