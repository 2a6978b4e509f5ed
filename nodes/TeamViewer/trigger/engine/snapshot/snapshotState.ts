import { form, isNumber, isText, optional } from '../form';
import { isSavedRecords, type SavedRecords } from './knownRecords';

/** Everything a snapshot knows between two polls. */
export interface SnapshotState {
	known: SavedRecords;
	/** Where the round through the list goes on; missing at its beginning. */
	token?: string;
	/** Where a page failed, so that the round began anew; a second time there is an error. */
	odd?: string;
	/** So many rounds are still to be read before anything counts as an event. */
	baseline?: number;
}

/** Whether a saved value is the state of a snapshot. */
export const isSnapshotState = form<SnapshotState>({
	known: isSavedRecords,
	token: optional(isText),
	odd: optional(isText),
	baseline: optional(isNumber),
});
