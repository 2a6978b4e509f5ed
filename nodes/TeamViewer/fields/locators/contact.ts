import { listContacts } from '../../teamviewer/contacts';
import type { Field, Wording } from '../field';
import { byName, entries, parts, slice } from './entries';
import { checkId, CONTACT_ID } from './idForm';
import { byId, fromList, locator } from './locator';
import type { Search } from './search';

/** Chooses a person of the Computers & Contacts list. */
export function contactLocator(wording: Wording): Field<string | undefined> {
	return locator({ whenEmpty: 'Choose a contact, or give its ID, e.g. c12345.', ...wording }, [
		fromList('searchContacts', 'Select a contact...', (value, label) =>
			checkId(value, label, CONTACT_ID),
		),
		byId(CONTACT_ID),
	]);
}

/** The contacts by name. */
export const searchContacts: Search = async (client, filter, paginationToken) => {
	const contacts = await listContacts(client);
	const found = entries(contacts, 'contact_id', ({ name, online_state }) =>
		parts(name, online_state),
	).sort(byName);
	return slice(found, filter, paginationToken);
};
