import type { IDataObject } from 'n8n-workflow';

import { InvalidInput, quoted } from '../../inputs/invalidInput';
import { readLimitedText, readText } from '../../inputs/text';
import { readUserId } from '../../pickers/user';
import type { SessionInput } from '../../teamviewer/types';
import { present } from '../present';

/**
 * Reads what can be said about a session both when it is created and later. Nothing is sent for what was not filled in.
 *
 * Source of the limits: the API manual.
 */
export function readDetails(fields: IDataObject): SessionInput {
	const name = readLimitedText(fields.endCustomerName, 'End Customer Name', 100);
	const email = readLimitedText(fields.endCustomerEmail, 'End Customer Email', 254)?.trim();
	if (email !== undefined && !/^[^\s@]+@[^\s@]+$/.test(email)) {
		throw new InvalidInput(
			`'End Customer Email' is ${quoted(email)}, which is not an email address`,
			'Use an address like nathan@example.com, or leave the field out.',
		);
	}
	return present({
		assigned_userid: readUserId(fields.assignedUser, 'Assigned User'),
		custom_api: readCustomApi(fields.customApi),
		description: readLimitedText(fields.description, 'Description', 4_000),
		end_customer: name === undefined && email === undefined ? undefined : present({ name, email }),
		waiting_message: readText(fields.waitingMessage, 'Waiting Message'),
	});
}

/** TeamViewer keeps any text here; an object from an expression is kept as JSON. */
function readCustomApi(value: unknown): string | undefined {
	const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
	return readLimitedText(text, 'Custom API Data', 4_000);
}
