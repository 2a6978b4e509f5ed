import { InvalidInput } from '../../errors/invalidInput';
import { quoted } from '../../errors/quoted';

/** One kind of ID: what people may write, how TeamViewer writes it, and how a person is told. */
export interface IdForm {
	/** A word for the thing with its article: `a group`. */
	thing: string;
	example: string;
	/** What is taken: also checked by n8n while somebody types, so it is written without look-arounds. */
	accepted: string;
	/** Brings what was accepted into TeamViewer's form. */
	normal: (id: string) => string;
}

/** An ID with a letter before its number; people may leave the letter out. Source of the forms: the API manual. */
function lettered(letter: string, thing: string): IdForm {
	return {
		thing,
		example: `${letter}12345`,
		accepted: `[${letter}${letter.toUpperCase()}]?\\d+`,
		normal: (id) => `${letter}${id.replace(/\D/g, '')}`,
	};
}

const GUID = [8, 4, 4, 4, 12].map((length) => `[0-9a-fA-F]{${length}}`).join('-');

/** A GUID, in upper or lower case. */
function guid(thing: string): IdForm {
	return {
		thing,
		example: 'A1B2C3D4-0000-4000-8000-1234567890AB',
		accepted: GUID,
		normal: (id) => id,
	};
}

/** A number, without a letter. */
function numbered(thing: string): IdForm {
	return { thing, example: '12345', accepted: '\\d+', normal: (id) => id };
}

export const GROUP_ID = lettered('g', 'a group');
/** Never 0, which is nobody: a call that deletes a user must have one. */
export const USER_ID: IdForm = { ...lettered('u', 'a user'), accepted: '[uU]?0*[1-9]\\d*' };
/** Whom a session is assigned to; there `u0` stands for nobody. */
export const ASSIGNEE_ID = lettered('u', 'a user');
/** The ID of an entry in the Computers & Contacts list; the device itself has an `r…` ID. */
export const DEVICE_ID = lettered('d', 'a device');
export const CONTACT_ID = lettered('c', 'a contact');
export const REPORT_ID = guid('a connection report');
/** Its form is not documented: it may be a GUID as that of a connection report, or a number. */
export const DEVICE_REPORT_ID: IdForm = {
	...guid('a device report'),
	accepted: `${GUID}|\\d+`,
};
export const DEVICE_GROUP_ID = guid('a device group');
export const MANAGED_DEVICE_ID = guid('a managed device');
export const MANAGER_ID = guid('a manager');
export const POLICY_ID = guid('a policy');
export const ROLE_ID = guid('a role');
export const SSO_DOMAIN_ID = guid('an SSO domain');
export const USER_GROUP_ID = numbered('a user group');

/** The number that people connect to; they are shown it with blanks. */
export const TEAMVIEWER_ID: IdForm = {
	thing: 'a device',
	example: '123 456 789',
	accepted: '\\d[\\d\\s-]*',
	normal: (id) => id.replace(/\D/g, ''),
};

/** A GUID in a text field. @throws {InvalidInput} naming the field. */
export function checkGuid(value: string, label: string): string {
	const { accepted, example } = guid('');
	const text = value.trim();
	if (new RegExp(`^${accepted}$`).test(text)) return text;
	throw new InvalidInput(
		`'${label}' is ${quoted(text)}, which is not a GUID`,
		`Give one like ${example}.`,
	);
}

/**
 * Checks an ID before it may reach a path or a query.
 *
 * @returns the ID as TeamViewer writes it.
 * @throws {InvalidInput} naming the field and the form.
 */
export function checkId(
	value: string,
	label: string,
	{ thing, example, accepted, normal }: IdForm,
): string {
	const id = value.trim();
	if (!new RegExp(`^(?:${accepted})$`).test(id)) {
		throw new InvalidInput(
			`'${label}' is ${quoted(id)}, which is not the ID of ${thing}`,
			`Give an ID like ${example}, or choose ${thing.replace(/^an? /, 'the ')} from the list.`,
		);
	}
	return normal(id);
}
