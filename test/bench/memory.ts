/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { readFile } from 'node:fs/promises';
import { listExecutions, readExecution, type Execution } from '../n8n/executions';
import type { Say } from '../n8n/runtime';
import { waitFor } from '../n8n/waiting';
import { countItems, saveJob, startJob } from './jobs';
import type { Stage } from './stage';
import { readWithHttpRequest, readWithTeamViewer, type Job } from './workflows';

/** The most memory that n8n's process held, in MiB, and what it held before. */
export interface MemoryRow {
	way: string;
	before: number;
	peak: number;
}

/**
 * Reads reports with an n8n that was just started, and keeps the execution as n8n does by default, which is part of what
 * a long list costs. Nothing where the system does not tell a process's peak (it is Linux that does).
 */
export async function measureMemory(stage: Stage, reports: number, say: Say): Promise<MemoryRow[]> {
	const { teamViewer, bearer } = stage.credentials;
	const ways: Array<[string, Job]> = [
		['TeamViewer node', readWithTeamViewer(teamViewer, false)],
		['TeamViewer node, Simplify on', readWithTeamViewer(teamViewer, true)],
		['HTTP Request node and Split Out', readWithHttpRequest(bearer)],
	];
	await stage.server.set({ reports, latencyMs: 0 });
	const rows: MemoryRow[] = [];
	for (const [way, job] of ways) {
		say(`Memory for ${reports.toLocaleString('en')} reports, ${way} …`);
		await stage.n8n.restart();
		const before = await peakOf(stage.n8n.pid);
		if (before === undefined) return [];
		let peak = NaN;
		await readAndKeep(stage, job, reports, async () => {
			peak = (await peakOf(stage.n8n.pid)) ?? NaN;
		});
		rows.push({ way, before, peak });
	}
	return rows;
}

/** @param measure is called, perhaps more than once, when n8n has kept the execution and nobody has read it yet. */
async function readAndKeep(
	{ session }: Stage,
	job: Job,
	reports: number,
	measure: () => Promise<void>,
): Promise<void> {
	const saved = await saveJob(session, job, { saveManualExecutions: true });
	const id = await startJob(session, saved);
	await waitFor(
		async () => {
			// While n8n is at work it does not answer, and closes connections that it kept open too long.
			const [execution] = await listExecutions(session, saved.workflow.id).catch(() => []);
			return execution?.stoppedAt === undefined ? undefined : true;
		},
		{ for: `execution ${id} to be kept`, timeoutMs: 240_000, everyMs: 1_000 },
	);
	// n8n writes the data after the outcome; reading it takes memory again, so it is measured before.
	const execution = await waitFor(
		async () => {
			await measure();
			const kept: Partial<Execution> = await readExecution(session, id);
			return kept.data === undefined ? undefined : (kept as Execution);
		},
		{ for: `the data of execution ${id}`, timeoutMs: 240_000, everyMs: 1_000 },
	);
	const got = countItems(execution, saved);
	if (got !== reports) throw new Error(`"${job.name}" gave ${got} items instead of ${reports}`);
	await session.post('/executions/delete', { ids: [id] });
}

/** The highest resident set size a process ever had (`VmHWM` of Linux), in MiB. */
async function peakOf(pid: number | undefined): Promise<number | undefined> {
	const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
	const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
	return kibibytes === undefined ? undefined : Number(kibibytes) / 1024;
}
