const START = '<!-- calls -->';
const END = '<!-- /calls -->';

/** How many calls a piece of work costs, as TeamViewer counts them. */
export interface CallCount {
	/** `Session: Create`. */
	work: string;
	calls: number;
	/** Where it depends on something: `without Return Updated Record 1`. */
	note?: string;
}

/** The table as a section of `docs/benchmark.md`. */
export function callsSection(counts: CallCount[]): string {
	return [
		'## Calls',
		'',
		'TeamViewer counts calls by licence, for each kind of call and token: Free 300 an hour; Business 7,200, Premium 14,400 and Corporate 36,000 in 24 hours. So many does each piece of work cost, counted by the tests against the sandbox; a list costs one a page (1,000 reports or sessions, 50 audit events).',
		'',
		'| What | Calls | |',
		'| --- | --- | --- |',
		...counts.map(({ work, calls, note = '' }) => `| ${work} | ${calls} | ${note} |`),
	].join('\n');
}

/** The section that a page has; empty where it has none. */
export function callsIn(page: string): string {
	return new RegExp(`${START}\\n*([\\s\\S]*?)\\n*${END}`).exec(page)?.[1] ?? '';
}

/** The page with its section replaced, or added at its end. */
export function withCalls(page: string, section: string): string {
	const [before = ''] = page.split(START);
	return `${before.trimEnd()}\n\n${START}\n\n${section}\n\n${END}\n`;
}
