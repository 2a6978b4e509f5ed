import { InvalidInput } from '../errors/invalidInput';
import { MANAGER_PERMISSIONS, type ManagerPermission } from '../teamviewer/managers';
import { choices, type Choice } from './choice';
import type { Field } from './field';
import type { Target } from './managedTarget';

/** For device groups only. */
const GROUP_ADMINISTRATION = 'GroupAdministration';

const OPTIONS = [
	{
		name: 'Custom Fields Administration',
		value: 'CustomFieldsAdministration',
		description: 'Change custom fields',
	},
	{
		name: 'Device Administration',
		value: 'DeviceAdministration',
		description: 'Rename devices and change their groups',
	},
	{
		name: 'Device Description',
		value: 'DeviceDescription',
		description: 'Change the description of devices',
	},
	{ name: 'Easy Access', value: 'EasyAccess', description: 'Connect without a password' },
	{
		name: 'Group Administration',
		value: GROUP_ADMINISTRATION,
		description: 'Change the device group, and add devices to it',
		shownWhen: { target: ['deviceGroup'] },
	},
	{ name: 'Inherit Device Administration', value: 'InheritDeviceAdministration' },
	{ name: 'Inherit Device Description', value: 'InheritDeviceDescription' },
	{ name: 'Inherit Manager Administration', value: 'InheritManagerAdministration' },
	{ name: 'Inherit Policy Administration', value: 'InheritPolicyAdministration' },
	{
		name: 'Manager Administration',
		value: 'ManagerAdministration',
		description: 'Add, change and remove managers',
	},
	{
		name: 'Policy Administration',
		value: 'PolicyAdministration',
		description: 'Set and take away policies',
	},
	{ name: 'Software Update', value: 'SoftwareUpdate', description: 'Update software' },
] as const satisfies ReadonlyArray<Choice & { value: ManagerPermission }>;

/** What a manager may do, in TeamViewer's words; an expression may give the numbers that TeamViewer has for them. */
export function managerPermissions(description: string): Field<ManagerPermission[]> {
	const words = choices({
		displayName: 'Permissions',
		apiName: 'permissions',
		options: OPTIONS,
		default: [],
		description,
	});
	return {
		...words,
		// None chosen is a choice: a manager who may look only.
		read: (value, workflow) => {
			const given = words.read(inWords(value), workflow) as ManagerPermission[] | undefined;
			return [...new Set(given ?? [])];
		},
	};
}

/** @throws {InvalidInput} for what only device groups have. */
export function checkPermissions(target: Target, permissions: ManagerPermission[]): void {
	if (target !== 'managedDevice' || !permissions.includes(GROUP_ADMINISTRATION)) return;
	throw new InvalidInput(
		"'Permissions' holds Group Administration, which exists for device groups only",
		"Remove it, or choose a device group in 'Target'.",
	);
}

function inWords(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(inWords);
	if (typeof value === 'string' && value.includes(',')) return value.split(',').map(inWords);
	const number = String(value).trim();
	return /^\d+$/.test(number) ? (MANAGER_PERMISSIONS[Number(number)] ?? value) : value;
}
