/** What a user can set about which reports are news. Times are milliseconds. */
export interface ReportOptions {
	/** How late after its connection's end a report may be listed for the first time. */
	lateWindow: number;
	/** How long a connection may last. */
	longest: number;
	/** How many items one poll may emit. */
	maxItems: number;
	/** Shorter connections are not emitted. */
	minimumDuration: number;
	/** The first poll also emits what started since then; milliseconds since 1970. */
	backfillFrom?: number;
	thrift: Thrift;
}

/** When a poll looks at everything that may bring news, and when only at what arrived in order. */
export interface Thrift {
	/** After a whole look that took no more records than this, the next poll is one again. */
	cheapLook: number;
	/** After a dearer one it rests so long for every record, an hour at most. Milliseconds. */
	restPerRecord: number;
}

/** At 100 reports a day (800 records a whole look), polled every minute, a poll takes less than 40 KiB on average. */
export const THRIFT: Thrift = { cheapLook: 200, restPerRecord: 900 };

/** Clocks of n8n and TeamViewer may be minutes apart; so much earlier than they have to, looks begin. Milliseconds. */
export const CLOCK_SLACK = 15 * 60_000;

/** How far below the newest end a report can be news. */
export function newsWindow({ lateWindow }: ReportOptions): number {
	return lateWindow + CLOCK_SLACK;
}
