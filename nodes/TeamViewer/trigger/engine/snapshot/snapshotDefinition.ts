import type { IDataObject } from 'n8n-workflow';

import type { Page } from '../../../teamviewer/pages';

/** A list without order that is read as a whole, and what of it is an event. */
export interface Snapshot<T> {
	/** One page; a list without pages is one. */
	page(token?: string): Promise<Page<T>>;
	/** What a record is known by; compared without case. Undefined for one that cannot be told from others. */
	id(record: T): string | undefined;
	/**
	 * Whether a record is in the state that is watched, where TeamViewer tells: the event is that a known record comes into
	 * it. Left out, the event is that a record appears.
	 */
	isInState?(record: T): boolean | undefined;
	/** The record as the user wants to see it. */
	item(record: T): IDataObject;
	/** What somebody reads who tries the trigger out while there is nothing: what happened, and what to do. */
	emptyMessage: string;
	emptyRemedy: string;
}
