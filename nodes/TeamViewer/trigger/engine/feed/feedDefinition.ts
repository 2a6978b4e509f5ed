import type { IDataObject } from 'n8n-workflow';

import type { Page } from '../../../teamviewer/pages';

/** Which part of a list is asked for, as far as the list can be asked for a part. Milliseconds since 1970. */
export interface Range {
	/** What started before it is not wanted. */
	from?: number;
	/** What stands at or above it in the list is not wanted. */
	before?: number;
}

/** A list that TeamViewer pages by token, newest first unless it says otherwise, and how its records become events. */
export interface Feed<T> {
	/** One page. It may hold more than the range: what does not belong there is dropped here. */
	page(range: Range, token?: string): Promise<Page<T>>;
	/** A page of a shorter list in which whatever has just come stands too, for quick scans. */
	quickPage?(range: Range, token?: string): Promise<Page<T>>;
	/** What a record is known by; compared without case. */
	id(record: T): string;
	/** By what the list is sorted; undefined for a record that has to wait until it has it. Milliseconds since 1970. */
	order(record: T): number | undefined;
	/** What `from` is compared with, where that is not what the list is sorted by. Milliseconds since 1970. */
	start?(record: T): number | undefined;
	/** When a record came into the list, where that may be long after its place there. Milliseconds since 1970. */
	cameAt?(record: T): number | undefined;
	/** Records that are not wanted are known, never emitted. */
	isWanted?(record: T): boolean;
	/** The record as the user wants to see it. */
	item(record: T): IDataObject;
	/** How far below the newest record one may be listed for the first time. Milliseconds. */
	window: number;
	/** How long before its place in the list a record may have started. Milliseconds. */
	reach: number;
	/** Whether the list takes a range. Where it does not, every reading begins at its top. */
	takesRange: boolean;
	/** TeamViewer promises no order: the newest record may stand on any page. */
	isUnsorted?: boolean;
	/** Records without an id of their own may be equal: they count as many times as they are listed. */
	countsEqualRecords?: boolean;
	/** After so many pages without anything new, a full scan goes on at the next poll. */
	idlePages?: number;
	/** The very first poll also emits what started since then. Milliseconds since 1970. */
	backfillFrom?: number;
	/** What somebody reads who tries the trigger out while there is nothing: what happened, and what to do. */
	emptyMessage: string;
	emptyRemedy: string;
}
