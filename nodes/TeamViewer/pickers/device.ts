import type { INodeProperties } from 'n8n-workflow';

import { checkId, DEVICE_ID } from '../inputs/ids';
import { readLocator } from '../inputs/locator';
import { fromList, picker, typed, type PickerOptions } from './field';

/** Chooses a device of the Computers & Contacts list. */
export function deviceField(options: PickerOptions): INodeProperties {
	return picker(options, [
		fromList('searchDevices', 'Select a device...'),
		typed({
			name: 'id',
			displayName: 'By ID',
			placeholder: 'e.g. d12345',
			hint: 'The device ID starts with d; it is not the TeamViewer ID',
		}),
	]);
}

/** The device's id. @throws {InvalidInput} when there is none, or it is not one. */
export function requireDeviceId(value: unknown, field: string): string {
	return checkId(readLocator(value, field)?.value ?? '', field, DEVICE_ID);
}
