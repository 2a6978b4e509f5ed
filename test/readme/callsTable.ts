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

/** What costs calls. */
export interface AllCalls {
	operations: CallCount[];
	/** A poll that finds nothing new. */
	idlePolls: CallCount[];
	/** Opening a list. */
	dropDowns: CallCount[];
}

/** The tables as a section of `docs/benchmark.md`. */
export function callsSection({ operations, idlePolls, dropDowns }: AllCalls): string {
	return [
		'## Calls',
		'',
		'TeamViewer counts calls by licence, for each kind of call and token: Free 300 an hour; Business 7,200, Premium 14,400 and Corporate 36,000 in 24 hours. So many does each piece of work cost, counted by the tests against the sandbox; a list costs one a page (1,000 reports or sessions, 50 audit events).',
		'',
		...table('Operation', operations),
		'',
		'A poll of the trigger that finds nothing new. Each poll that finds something reads as many pages as it needs.',
		'',
		...table('Trigger On', idlePolls),
		'',
		'Opening the list of a field; typing in it, and opening it again after another field was changed, costs as much once more.',
		'',
		...table('From List', dropDowns),
	].join('\n');
}

function table(what: string, counts: CallCount[]): string[] {
	return [
		`| ${what} | Calls | |`,
		'| --- | --- | --- |',
		...counts.map(({ work, calls, note = '' }) => `| ${work} | ${calls} | ${note} |`),
	];
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

/** The README's table of what an event costs a day, row by row. */
export function callsADay(readme: string): Record<string, number[]> {
	const [, rows = ''] =
		/\| Calls a day, polled every[^\n]*\n[^\n]*\n((?:\|[^\n]*\n)+)/.exec(readme) ?? [];
	return Object.fromEntries(
		rows
			.trim()
			.split('\n')
			.map((row) => {
				const [name = '', ...calls] = row.split('|').slice(1, -1);
				return [name.trim(), calls.map((text) => Number(text.replace(/,/g, '')))];
			}),
	);
}
