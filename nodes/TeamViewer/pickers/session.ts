import type { INodeProperties } from 'n8n-workflow';

import { readLocator } from '../inputs/locator';
import { readSessionCode } from '../inputs/sessionCode';
import { fromList, picker, typed, type PickerOptions } from './field';

/** Chooses an open session, or takes any session's code or link. */
export function sessionField(options: PickerOptions): INodeProperties {
	return picker(options, [
		fromList('searchSessions', 'Select a session...'),
		typed({
			name: 'code',
			displayName: 'By Code',
			placeholder: 'e.g. s123-456-789',
			hint: 'The code or any link of the session',
		}),
	]);
}

/** The session's code as the API writes it. @throws {InvalidInput} when there is none, or it is not one. */
export function requireSessionCode(value: unknown, field: string): string {
	return readSessionCode(readLocator(value, field)?.value ?? '', field);
}
