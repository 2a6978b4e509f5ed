import { Unlike, Untold, type Api } from './api';

/** Where something is said about TeamViewer's API. */
export type Source =
	| 'OpenAPI document'
	| 'API manual'
	| "TeamViewer's PowerShell module"
	| 'live clients'
	| 'live payloads'
	| 'several sources'
	| 'sources disagree'
	| 'no source tells';

interface Entry {
	source: Source;
	/** Changes something at TeamViewer. */
	writes?: true;
	/** Sends so many calls that a small licence is used up for an hour. */
	spends?: true;
	/** Looked at when all others are done. */
	last?: true;
}

/** Something that this package relies on. `check` gives what was seen instead where it does not hold. */
export interface Fact extends Entry {
	claim: string;
	check: (api: Api) => Promise<string | undefined>;
}

/** Something that no source tells, or two tell differently; this package works either way. */
export interface Question extends Entry {
	question: string;
	ask: (api: Api) => Promise<string>;
}

export interface Finding {
	text: string;
	source: Source;
	outcome: 'held' | 'differs' | 'answered' | 'untold';
	/** What was seen, answered, or why it cannot be told. */
	detail?: string;
}

/** Looks at one fact or question. What a probe did not expect must not end the whole run. */
export async function find(api: Api, entry: Fact | Question): Promise<Finding> {
	const about = { text: 'claim' in entry ? entry.claim : entry.question, source: entry.source };
	return await look(api, entry).then(
		(seen) => ({ ...about, ...seen }),
		(error: Error) => ({
			...about,
			outcome: error instanceof Unlike && 'claim' in entry ? 'differs' : 'untold',
			detail: isExpected(error) ? error.message : `the probe failed: ${error.message}`,
		}),
	);
}

function isExpected(error: Error): boolean {
	return error instanceof Untold || error instanceof Unlike;
}

/** How many probes wait for an answer at a time: a run ends within a minute, and still looks like one person's work. */
const AT_A_TIME = 4;

/** Looks at all of them; findings come in the order of the entries, those for the end behind the others. */
export async function findAll(
	api: Api,
	entries: ReadonlyArray<Fact | Question>,
): Promise<Finding[]> {
	const findings: Finding[] = [];
	const early = entries.filter(({ last }) => !last);
	const waiting = [...early.entries()];
	const work = async () => {
		for (let next = waiting.shift(); next; next = waiting.shift()) {
			const [place, entry] = next;
			findings[place] = await find(api, entry);
		}
	};
	await Promise.all(Array.from({ length: AT_A_TIME }, work));
	for (const entry of entries) if (entry.last) findings.push(await find(api, entry));
	return findings;
}

async function look(
	api: Api,
	entry: Fact | Question,
): Promise<Pick<Finding, 'outcome' | 'detail'>> {
	if ('ask' in entry) return { outcome: 'answered', detail: await entry.ask(api) };
	const seen = await entry.check(api);
	return seen === undefined ? { outcome: 'held' } : { outcome: 'differs', detail: seen };
}

/** The first record that contradicts, as what was seen; undefined where none does. */
export function contradiction<T>(
	records: T[],
	holds: (record: T, index: number) => boolean,
	describe: (record: T) => string,
): string | undefined {
	if (records.length === 0) throw new Untold('there is no record to look at');
	const odd = records.find((record, index) => !holds(record, index));
	return odd === undefined ? undefined : describe(odd);
}

/** Each different value once, in words. */
export function values(all: unknown[]): string {
	if (all.length === 0) throw new Untold('there is no record to look at');
	return [...new Set(all.map((value) => JSON.stringify(value)))].slice(0, 8).join(', ');
}
