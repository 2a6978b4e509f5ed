import { Refusal } from '../errors';
import type { Service } from './service';

/** How the older endpoints answer for an id or a code that nothing has. */
export function unknownRecord({ unknownRecordStatus: status }: Service, kind: string): Refusal {
	return new Refusal(
		status,
		status === 404 ? 'not_found' : 'invalid_request',
		`There is no such ${kind}.`,
	);
}
