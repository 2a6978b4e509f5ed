import { options } from '../fields/collection';
import { toggle } from '../fields/toggle';

/** The options of every operation that changes a record. */
export const CHANGE_OPTIONS = options({
	returnUpdated: toggle({
		displayName: 'Return Updated Record',
		default: true,
		description:
			'Whether to read the record again after the change and return it; off saves one of the calls that TeamViewer counts',
	}),
});

/** What an item holds where the changed record was not read. */
export function updated(id: object = {}): object {
	return { ...id, updated: true };
}
