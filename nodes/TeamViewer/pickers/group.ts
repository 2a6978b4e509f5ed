import type { INodeProperties } from 'n8n-workflow';

import { checkId, GROUP_ID } from '../inputs/ids';
import { InvalidInput } from '../inputs/invalidInput';
import { readLocator } from '../inputs/locator';
import { fromList, picker, typed, type PickerOptions } from './field';

const LIST = fromList('searchGroups', 'Select a group...');
const BY_ID = typed({ name: 'id', displayName: 'By ID', placeholder: 'e.g. g12345' });

/** Chooses a group that exists. */
export function groupField(options: PickerOptions): INodeProperties {
	return picker(options, [LIST, BY_ID]);
}

/** Chooses a group, or names one that TeamViewer makes where it does not exist yet. */
export function groupOrNameField(options: PickerOptions): INodeProperties {
	return picker(options, [
		LIST,
		BY_ID,
		typed({
			name: 'name',
			displayName: 'By Name',
			placeholder: 'e.g. Customers',
			hint: 'TeamViewer creates the group if there is none of this name; needs a user token',
		}),
	]);
}

/** The group's id, undefined when none was chosen. @throws {InvalidInput} for anything but a group id. */
export function readGroupId(value: unknown, field: string): string | undefined {
	const locator = readLocator(value, field);
	return locator && checkId(locator.value, field, GROUP_ID);
}

/** Like {@link readGroupId}, for filters of reports: there `0` means connections without a group. */
export function readGroupFilter(value: unknown, field: string): string | undefined {
	return readLocator(value, field)?.value === '0' ? '0' : readGroupId(value, field);
}

/** The group as a session takes it: by id, or by name. */
export function readGroup(
	value: unknown,
	field: string,
): { groupid: string } | { groupname: string } | undefined {
	const locator = readLocator(value, field);
	if (!locator) return undefined;
	return locator.mode === 'name'
		? { groupname: locator.value }
		: { groupid: checkId(locator.value, field, GROUP_ID) };
}

/** Like {@link readGroup}, where a group must be given. */
export function requireGroup(
	value: unknown,
	field: string,
): { groupid: string } | { groupname: string } {
	const group = readGroup(value, field);
	if (!group) {
		throw new InvalidInput(
			`'${field}' is empty`,
			'Choose a group from the list, give its ID, e.g. g12345, or a name.',
		);
	}
	return group;
}
