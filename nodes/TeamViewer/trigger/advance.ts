import type { IDataObject, Logger } from 'n8n-workflow';

import type { Source } from './source';
import type { Found, StateStore } from './stateStore';

/**
 * Goes from one state to the next: asks the source, and replaces the state after everything else has worked.
 *
 * @param found what the store holds.
 * @returns what is new.
 */
export async function advance<State>(
	source: Source<State>,
	store: StateStore<State>,
	found: Found<State>,
	logger: Pick<Logger, 'debug' | 'warn'>,
): Promise<IDataObject[]> {
	if (found.damaged && found.state === undefined) {
		logger.warn(
			'The saved state of the TeamViewer Trigger cannot be read, so it starts afresh: what exists now counts as known',
		);
	}
	const { items, state } =
		found.state === undefined ? await source.begin(found.isFirst) : await source.next(found.state);
	if (store.save(state, found)) return items;

	logger.debug('Another poll of the TeamViewer Trigger was faster, so this one is dropped');
	return [];
}
