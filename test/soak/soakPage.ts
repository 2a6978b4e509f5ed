/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ROOT } from '../n8n/paths';
import type { Soak } from './soak';

const PAGE = path.join('docs', 'soak.md');

/** The numbers of a soak by their names, as the page and the terminal show them. */
function numbers({
	part: { engine },
	kills,
	reports,
	polls,
	failures,
	findings,
}: Soak): Array<[string, string]> {
	const { expected, lost, repeated, brokenOff, undone, unexplained, doneTwice } = findings;
	const explained = lost.filter(({ diedBetween }) => diedBetween !== undefined);
	return [
		['kills (SIGKILL)', count(kills)],
		['times n8n ended by itself, soon after a start', count(failures)],
		['connection reports', count(reports)],
		['published workflows', count(engine.triggers.length)],
		['reports to deliver', count(expected)],
		['polls answered', count(polls)],
		['**lost**: in no execution', count(lost.length)],
		['… n8n died between saving the state and starting the execution', count(explained.length)],
		['… at so many of the kills', count(new Set(explained.map((loss) => loss.diedBetween)).size)],
		['**repeated**: in more than one execution', count(repeated.length)],
		[
			'… each by another process, after a kill',
			count(repeated.filter(({ isByAnotherProcess }) => isByAnotherProcess).length),
		],
		['worked on twice', count(doneTwice.length)],
		['executions a kill broke off', count(brokenOff)],
		['… reports they had not come to', count(undone.length)],
		['not done though the execution ended well', count(unexplained.length)],
	];
}

const NAMES = { atMostOnce: 'At Most Once', atLeastOnce: 'At Least Once' };

const count = (number: number) => number.toLocaleString('en');

/** A soak's numbers, one line each, for the terminal. */
export function summarise(soak: Soak): string {
	return numbers(soak)
		.map(([name, value]) => `  ${value.padStart(6)}  ${name.replaceAll('**', '')}`)
		.join('\n');
}

/** Writes `docs/soak.md`. @returns its path from the root */
export async function writeSoakPage(soaks: Soak[]): Promise<string> {
	const { version } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'));
	const runtime = JSON.parse(
		await readFile(path.join(ROOT, 'test', 'n8n', 'package.json'), 'utf8'),
	);
	const rows = soaks.map(numbers);
	const text = `# What the trigger delivers while n8n is killed

Measured on ${new Date().toISOString().slice(0, 10)} with n8n-nodes-teamviewer ${version} and n8n ${runtime.dependencies.n8n} on SQLite, by \`npm run soak\` (seed ${soaks[0]?.seed}).

A real n8n with published workflows, each started by the trigger on connection reports. Connections end about once in two seconds: some
reports appear up to 20 seconds late, some tell of connections that ran for days, now and then five end in the same second.
Meanwhile n8n is killed with SIGKILL again and again, every other time within a tenth of a second after TeamViewer answered a poll,
and started again. In the end n8n's own database tells which execution was given which report.

|  | ${soaks.map(({ part }) => `${part.engine.name} engine, ${NAMES[part.delivery]}`).join(' | ')} |
| --- | ${soaks.map(() => '--:').join(' | ')} |
${(rows[0] ?? []).map(([name], line) => `| ${name} | ${rows.map((row) => row[line]?.[1]).join(' | ')} |`).join('\n')}

## What this means

- **n8n's engine that saves first and starts afterwards, the default in the measured version, cannot promise that nothing is lost when it is killed.** When a poll brings news, it saves the trigger's
  state and then starts the execution: two steps, milliseconds apart. If it dies between them (a kill, a power cut, out of memory), the
  saved state says that these reports were delivered, and no execution has them. A loss counts as n8n's in the table when n8n's database,
  read right after a kill, held a state that knew the report and no execution with it.
- **Delivery: At Least Once** closes that gap. The state remembers what the last poll gave, and the first poll of the next process gives
  it once more, whether n8n was killed or stopped. So nothing is lost, and what was given right before a stop comes twice: let the
  workflow bear it, for example by *Upsert* with the report's ID.
- **n8n's durable engine** (n8n 2.36 and later) writes state and execution in one step, so there is nothing between them, and *At Most Once* is all it needs.
  [Which version needs which variables for it](compatibility.md#which-engine-polls). Give the trigger one poll time there: when several come due together, as after a
  restart, n8n polls side by side from the same state and takes all results. The trigger drops a poll while another one goes on from
  the same state, and for ten seconds after one that found something there; from n8n 2.38 on, and as far as both run in one process.
  With one poll time that is needed only when n8n is killed twice within a minute in the middle of polls, which it then does again
  together.
- **An execution that is under way when n8n dies** ends there. n8n lists it as crashed, and its database keeps the reports it was given.
- Whoever writes invoices should compare now and then: *Get connection reports* gives the billing state, and what is still to be
  billed was left.
`;
	const file = path.join(ROOT, PAGE);
	await writeFile(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
	return PAGE;
}
