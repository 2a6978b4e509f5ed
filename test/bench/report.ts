import type { PollCosts } from './idlePoll';
import type { LoadTimes } from './loading';
import type { MemoryRow } from './memory';
import type { TimeRow } from './times';

/** Everything that was measured. */
export interface Measurements {
	/** `2026-01-31`. */
	date: string;
	/** `2 cores, 16 GiB`. */
	machine: string;
	/** n8n's and Node.js' versions, and this package's. */
	versions: string;
	times: TimeRow[];
	memory: MemoryRow[];
	/** How many reports the memory was measured with. */
	memoryReports: number;
	polling: PollCosts;
	loading: LoadTimes;
	/** The packed tarball, in bytes. */
	packedBytes: number;
}

/** The measurements as a page of documentation. */
export function writeReport(measured: Measurements): string {
	const { date, machine, versions, times, memory, polling, loading, packedBytes } = measured;
	return `# Benchmark

Measured on ${date} with \`npm run bench\`: ${machine}, ${versions}.

The same job done in several ways against the same TeamViewer stand-in, which runs in a process of its own: with the
TeamViewer node; with n8n's HTTP Request node (its pagination and Split Out for reading, one request for each item for
creating); with the plainest loop over n8n's request helper in a node, which tells what is n8n's own part of reading; and
with a bare loop of \`fetch\` outside n8n, one request after the other over one connection, as the floor. Times are medians
by n8n's own record of its nodes, taken in turn, there and back, so that nobody always runs right after the same other.
TeamViewer's own pace is not in them but for the latency named: it is added to every answer.

## Time

${table(
	[
		'Job',
		'Latency',
		'TeamViewer node',
		'HTTP Request',
		'Loop in n8n',
		'Bare loop',
		'÷ HTTP Request',
		'÷ loop in n8n',
		'÷ bare loop',
	],
	times.map(({ job, latencyMs, teamViewer, httpRequest, plainLoop, bareLoop }) => [
		job,
		`${latencyMs} ms`,
		milliseconds(teamViewer),
		milliseconds(httpRequest),
		plainLoop === undefined ? '' : milliseconds(plainLoop),
		milliseconds(bareLoop),
		ratio(teamViewer, httpRequest),
		plainLoop === undefined ? '' : ratio(teamViewer, plainLoop),
		ratio(teamViewer, bareLoop),
	]),
)}

With Simplify off the TeamViewer node gives the same items as the HTTP Request node does.
n8n opens a new connection for every request of a node; the bare loop keeps one.

## Memory
${memory.length === 0 ? '\nNot measured on this system.' : memoryTable(memory, measured.memoryReports)}

## Polling, loading, size

${table(
	['What', 'Measured'],
	[
		[
			'A poll of the trigger at 100 reports a day, once a minute',
			`${(polling.bytesPerPoll / 1024).toFixed(1)} KiB on average of ${polling.polls} polls, requests a poll: at most ${polling.mostRequests}`,
		],
		['`require` of both nodes', milliseconds(loading.teamViewer)],
		["`require` of n8n's Airtable node", milliseconds(loading.airtable)],
		['Packed tarball', `${(packedBytes / 1000).toFixed(1)} kB`],
	],
)}
`;
}

function memoryTable(rows: MemoryRow[], reports: number): string {
	return `
The most memory that a freshly started n8n took for ${reports.toLocaleString('en')} reports, with the execution saved as n8n does by default.

${table(
	['Way', 'Before', 'Peak'],
	rows.map(({ way, before, peak }) => [way, mebibytes(before), mebibytes(peak)]),
)}`;
}

/** Laid out as prettier lays out tables, so that the file needs no formatting. */
function table(head: string[], rows: string[][]): string {
	const widths = head.map((title, column) =>
		Math.max(3, title.length, ...rows.map((row) => row[column]?.length ?? 0)),
	);
	const line = (cells: string[]) =>
		`| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
	return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function milliseconds(value: number): string {
	const digits = value < 100 ? 1 : 0;
	return `${value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })} ms`;
}

function mebibytes(value: number): string {
	return `${value.toFixed(0)} MiB`;
}

function ratio(value: number, base: number): string {
	return (value / base).toFixed(2);
}
