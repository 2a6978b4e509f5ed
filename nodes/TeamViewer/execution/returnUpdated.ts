import { options } from '../fields/collection';
import { toggle } from '../fields/toggle';

/** The option that every operation has that changes a record. */
export const RETURN_UPDATED = toggle({
	displayName: 'Return Updated Record',
	default: true,
	description:
		'Whether to read the record again after the change and return it; off saves one of the calls that TeamViewer counts',
});

/** The options of an operation that changes a record and has no further ones. */
export const CHANGE_OPTIONS = options({ returnUpdated: RETURN_UPDATED });

/** What an item holds where the changed record was not read. */
export function updated(id: object = {}): object {
	return { ...id, updated: true };
}
