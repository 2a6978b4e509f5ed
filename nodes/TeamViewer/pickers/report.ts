import type { INodeProperties } from 'n8n-workflow';

import { checkId, REPORT_ID } from '../inputs/ids';
import { readLocator } from '../inputs/locator';
import { fromList, picker, typed, type PickerOptions } from './field';

/** Chooses one of the latest connection reports, or takes any report's id. */
export function reportField(options: PickerOptions): INodeProperties {
	return picker(options, [
		fromList('searchReports', 'Select a connection report...'),
		typed({
			name: 'id',
			displayName: 'By ID',
			placeholder: 'e.g. A1B2C3D4-0000-4000-8000-1234567890AB',
		}),
	]);
}

/** The report's id. @throws {InvalidInput} when there is none, or it is not one. */
export function requireReportId(value: unknown, field: string): string {
	return checkId(readLocator(value, field)?.value ?? '', field, REPORT_ID);
}
