import { createCredential } from '../n8n/credentials';
import { listExecutions } from '../n8n/executions';
import type { Runtime } from '../n8n/runtime';
import { startSandboxedN8n, type SandboxedN8n } from '../n8n/sandboxedN8n';
import { waitFor } from '../n8n/waiting';
import { bindCredentials, createWorkflow, publishWorkflow } from '../n8n/workflows';
import { createSandbox, type Sandbox } from '../sandbox';
import { Random } from '../sandbox/random';
import { maskAuthorization } from '../sandbox/requestLog';
import { openUp, type Remains } from './autopsy';
import type { Delivery, Part } from './engines';
import { compare, type Findings, type Watch } from './findings';
import { answeredPolls, isAnsweredPoll, isFullScan, killAtSomeMoment } from './killing';
import { ReportStream } from './ReportStream';
import { Service } from './service';
import { watchWorkflow } from './watchWorkflow';

export interface SoakOptions {
	runtime: Runtime;
	part: Part;
	/** How often n8n is killed. */
	kills: number;
	/** The same seed chooses the same moments, reports and delays; what they meet is the operating system's doing. */
	seed: number;
	/** Where n8n keeps its data; emptied first. */
	userFolder: string;
	/** Told what happens, one line each. */
	say: (line: string) => void;
}

/** What a soak was, and what it showed. */
export interface Soak {
	part: Part;
	kills: number;
	seed: number;
	/** How many reports TeamViewer listed, and how many of its answers to polls n8n got. */
	reports: number;
	polls: number;
	/** How often n8n ended by itself and was started again. */
	failures: number;
	findings: Findings;
}

/**
 * Publishes workflows that start with the trigger on a real n8n, lets connections end one after the other, kills n8n
 * again and again, and compares what was executed with what existed.
 */
export async function soak({
	runtime,
	part,
	kills,
	seed,
	userFolder,
	say,
}: SoakOptions): Promise<Soak> {
	const { engine, delivery } = part;
	const sandbox = createSandbox({ seed, company: 'empty' });
	const random = new Random(seed);
	const stage = await startSandboxedN8n({
		...{ runtime, userFolder, sandbox, say },
		env: engine.settings,
	});
	const service = new Service(stage.n8n, userFolder);
	try {
		const workflows: Watch[] = [];
		for (const [index, seconds] of engine.triggers.entries()) {
			workflows.push(await publishWatch(stage, `Watch ${index + 1}`, seconds, delivery));
		}

		const stream = new ReportStream(sandbox, new Random(seed + 1));
		const afterKills: Remains[] = [];
		for (let kill = 1; kill <= kills; kill += 1) {
			const moment = kill % 2 === 0 ? 'right after a poll' : 'any time';
			await killAtSomeMoment(service, sandbox, random, moment);
			afterKills.push(await openUp(runtime, userFolder));
			say(`Kill ${kill} of ${kills} (${moment}): ${stream.ids.length} reports so far`);
			await service.revive();
		}
		await stream.stop();
		await everythingIsDone(stage, workflows);
		await service.stop();
		const atTheEnd = await openUp(runtime, userFolder);

		const done = countDone(sandbox);
		const findings = compare({
			...{ workflows, reports: stream.ids, afterKills, atTheEnd },
			timesDone: ({ authorization }, report) => done.get(`${authorization} ${report}`) ?? 0,
		});
		const polls = answeredPolls(sandbox);
		const { failures } = service;
		return { part, kills, seed, reports: stream.ids.length, polls, failures, findings };
	} finally {
		await service.stop();
		await stage.stop();
	}
}

/** Publishes a workflow with a script token of its own. */
async function publishWatch(
	{ session, sandbox }: SandboxedN8n,
	name: string,
	seconds: number[],
	delivery: Delivery,
): Promise<Watch> {
	const accessToken = sandbox.credentials.limitedToken(['Connections.Read', 'Connections.Modify']);
	const credential = await createCredential(session, {
		name,
		type: 'teamViewerApi',
		data: { accessToken },
	});
	const file = bindCredentials(watchWorkflow(name, seconds, delivery), [credential]);
	const workflow = await createWorkflow(session, file);
	await publishWorkflow(session, workflow);
	return { id: workflow.id, name, authorization: maskAuthorization(`Bearer ${accessToken}`) };
}

/**
 * Waits until every trigger has seen all there is, and the executions that followed have ended. Only a full scan
 * shows connections that ran for days; it comes every hour at the latest.
 */
async function everythingIsDone(
	{ sandbox, session }: SandboxedN8n,
	workflows: Watch[],
): Promise<void> {
	const start = sandbox.now();
	await waitFor(
		() => {
			const scans = sandbox.requests.filter(
				(request) => request.at >= start && isAnsweredPoll(request) && isFullScan(request),
			);
			const seen = scans.map(({ authorization }) => authorization);
			return workflows.every(({ authorization }) => seen.includes(authorization))
				? true
				: undefined;
		},
		{ for: 'a full scan of every trigger', timeoutMs: 65 * 60_000 },
	);
	await waitFor(
		async () => {
			const unfinished = workflows.flatMap(({ id }) =>
				(['new', 'running'] as const).map(
					async (status) => await listExecutions(session, id, status),
				),
			);
			return (await Promise.all(unfinished)).flat().length === 0 ? true : undefined;
		},
		{ for: 'the executions to end', timeoutMs: 5 * 60_000, everyMs: 1_000 },
	);
}

/** How often each workflow worked on each report, by its authorization and the report's id. */
function countDone(sandbox: Sandbox): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { method, path, status, authorization } of sandbox.requests) {
		if (method !== 'PUT' || status !== 204) continue;
		const key = `${authorization} ${path.split('/').at(-1)}`;
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	return counts;
}
