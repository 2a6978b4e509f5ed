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
}

/** Clocks of n8n and TeamViewer may be minutes apart; so much earlier than they have to, looks begin. Milliseconds. */
const CLOCK_SLACK = 15 * 60_000;

/** How far below the newest end a report can be news. */
export function newsWindow({ lateWindow }: ReportOptions): number {
	return lateWindow + CLOCK_SLACK;
}
