import { InvalidInput, quoted } from './invalidInput';

/** One kind of id: how TeamViewer writes it, and how a person is told. */
interface IdForm {
	form: RegExp;
	/** A word for the thing: `group`. */
	thing: string;
	example: string;
}

/** A group's id; source of these forms: the API manual. */
export const GROUP_ID: IdForm = { form: /^g\d+$/, thing: 'group', example: 'g12345' };
/** A user's id; `u0` in a session stands for nobody. */
export const USER_ID: IdForm = { form: /^u\d+$/, thing: 'user', example: 'u12345' };
/** The id of an entry in the Computers & Contacts list; the device itself has an `r…` id. */
export const DEVICE_ID: IdForm = { form: /^d\d+$/, thing: 'device', example: 'd12345' };
/** A connection report's id: a GUID, in upper or lower case. */
export const REPORT_ID: IdForm = {
	form: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
	thing: 'connection report',
	example: 'A1B2C3D4-0000-4000-8000-1234567890AB',
};

/**
 * Checks an id against its form before it may reach a path or a query.
 *
 * @throws {InvalidInput} naming the field and the form.
 */
export function checkId(value: string, field: string, { form, thing, example }: IdForm): string {
	const id = value.trim();
	if (id === '') {
		throw new InvalidInput(
			`'${field}' is empty`,
			`Choose a ${thing}, or give its ID, e.g. ${example}.`,
		);
	}
	if (!form.test(id)) {
		throw new InvalidInput(
			`'${field}' is ${quoted(id)}, which is not the ID of a ${thing}`,
			`Give an ID like ${example}, or choose the ${thing} from the list.`,
		);
	}
	return id;
}

/** The `r…` id of a device: TeamViewer's own form, or the TeamViewer ID that people read, which is the same number. */
export function checkRemoteControlId(value: string, field: string): string {
	const digits = value
		.trim()
		.replace(/^r(?=\d)/i, '')
		.replace(/[\s-]/g, '');
	if (!/^\d+$/.test(digits)) {
		throw new InvalidInput(
			`'${field}' is ${quoted(value)}, which is not a remote control ID`,
			'Give the TeamViewer ID of the device, e.g. 123 456 789, or its remote control ID, e.g. r123456789.',
		);
	}
	return `r${digits}`;
}

/** A TeamViewer ID is shown to people with blanks, `123 456 789`; TeamViewer's API takes the digits. */
export function checkTeamViewerId(value: string, field: string): string {
	const digits = value.replace(/[\s-]/g, '');
	if (!/^\d+$/.test(digits)) {
		throw new InvalidInput(
			`'${field}' is ${quoted(value)}, which is not a TeamViewer ID`,
			'A TeamViewer ID is a number, e.g. 123 456 789.',
		);
	}
	return digits;
}
