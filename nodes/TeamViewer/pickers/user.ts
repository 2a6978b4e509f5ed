import type { INodeProperties } from 'n8n-workflow';

import { checkId, USER_ID } from '../inputs/ids';
import { readLocator } from '../inputs/locator';
import { fromList, picker, typed, type PickerOptions } from './field';

/** Chooses a user of the company. */
export function userField(options: PickerOptions): INodeProperties {
	return picker(options, [
		fromList('searchUsers', 'Select a user...'),
		typed({ name: 'id', displayName: 'By ID', placeholder: 'e.g. u12345' }),
	]);
}

/** Chooses whom a session is assigned to; `u0` is nobody. */
export function assigneeField(options: PickerOptions): INodeProperties {
	return picker(options, [
		fromList('searchAssignees', 'Select a user...'),
		typed({
			name: 'id',
			displayName: 'By ID',
			placeholder: 'e.g. u12345',
			hint: 'u0 means nobody',
		}),
	]);
}

/** The user's id, undefined when none was chosen. @throws {InvalidInput} for anything but a user id. */
export function readUserId(value: unknown, field: string): string | undefined {
	const locator = readLocator(value, field);
	return locator && checkId(locator.value, field, USER_ID);
}

/** Like {@link readUserId}, where a user must be given. */
export function requireUserId(value: unknown, field: string): string {
	return checkId(readLocator(value, field)?.value ?? '', field, USER_ID);
}
