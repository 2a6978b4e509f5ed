import { required } from '../../fields/field';
import { contactLocator } from '../../fields/locators/contact';
import { simplifyContact } from '../../teamviewer/simplify/contact';
import type { Contact } from '../../teamviewer/types';

/** Which contact; shared by everything that works on one. */
export const CONTACT = required(
	contactLocator({
		displayName: 'Contact',
		description: 'The person of the Computers & Contacts list',
	}),
);

/** A contact as the user wants to see it. */
export function shown(contact: Contact, simplify: boolean): object {
	return simplify ? simplifyContact(contact) : contact;
}
