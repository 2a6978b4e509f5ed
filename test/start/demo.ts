import { createSandbox } from '../sandbox';
import { serveSandbox } from '../sandbox/server';
import type { SavedCredential } from '../n8n/credentials';
import { assertSuccess, jsonOf, runWorkflow } from '../n8n/executions';
import type { N8nProcess } from '../n8n/n8nProcess';
import type { N8nSession } from '../n8n/n8nSession';
import type { Runtime } from '../n8n/runtime';
import { createCredentials, startSandboxedN8n, type SandboxedN8n } from '../n8n/sandboxedN8n';
import { publishWorkflow } from '../n8n/workflows';
import { startQueueMode } from '../queue/queueMode';
import { EXAMPLES, importExample, type Example } from './examples';
import { createMcpAccess } from './mcpAccess';

/** The session that the first example workflow created, with the three links that it shows. */
export interface CreatedSession {
	'Session code': string;
	'For the customer': string;
	'For the supporter': string;
	'For the supporter in the browser': string;
}

/** A line of the table that the second example workflow makes. */
export interface CustomerHours {
	customer: string;
	connections: number;
	hours: number;
}

/** The demo as it runs, and what its workflows gave. */
export interface Demo {
	stage: SandboxedN8n;
	/** The workers of queue mode; none otherwise. */
	workers: N8nProcess[];
	/** The sandbox's control page. */
	controlPage: string;
	session: CreatedSession;
	/** Connections that ended in the last 30 days, and their hours by customer, most hours first. */
	reports: number;
	hours: CustomerHours[];
	/** Names of the workflows that run by themselves. */
	published: string[];
	stop(): Promise<void>;
}

export interface DemoOptions {
	runtime: Runtime;
	/** Where n8n keeps its data; emptied first. */
	userFolder: string;
	/** The port for n8n. Default: any free one. */
	port?: number;
	/** How many workers execute what the n8n itself only hands out. Default: none, it executes by itself. */
	workers?: number;
	say: (line: string) => void;
}

/**
 * Starts the sandbox and n8n, connects them, imports all example workflows, runs two by hand and publishes a third,
 * which waits for new connection reports.
 */
export async function startDemo({
	runtime,
	userFolder,
	port,
	workers: count = 0,
	say,
}: DemoOptions): Promise<Demo> {
	const sandbox = createSandbox();
	const control = await serveSandbox(sandbox);
	let stage: SandboxedN8n | undefined;
	const stop = async () => {
		await stage?.stop();
		await control.close();
	};
	let isReady = false;
	try {
		const queue =
			count > 0
				? await startQueueMode({ runtime, folder: userFolder, workers: count, sandbox, port, say })
				: undefined;
		stage = queue ?? (await startSandboxedN8n({ runtime, userFolder, sandbox, port, say }));
		const results = await runExamples(stage, say);
		isReady = true;
		const workers = queue?.workers ?? [];
		return { stage, workers, controlPage: control.url, ...results, stop };
	} finally {
		if (!isReady) await stop();
	}
}

/** The examples that the demo runs itself. */
const FIRST_STEPS: Example[] = ['create-session', 'reports-last-30-days', 'new-reports-to-table'];

/** Imports an example with the tables that it works on. The AI agent's model has a key that only its owner can give. */
async function makeReady(n8n: N8nSession, name: Example, credentials: SavedCredential[]) {
	const known = new Set(credentials.map(({ type }) => type));
	const workflow = await importExample(n8n, name, credentials, (file) => ({
		...file,
		nodes: file.nodes.map(({ credentials: asked, ...node }) =>
			asked !== undefined && Object.keys(asked).every((type) => known.has(type))
				? { ...node, credentials: asked }
				: node,
		),
	}));
	const maker = workflow.nodes.find(({ name: title }) => title.startsWith('Make the table'));
	if (maker !== undefined) {
		assertSuccess(await runWorkflow(n8n, workflow, maker.name), workflow.name);
	}
}

type Results = Pick<Demo, 'session' | 'reports' | 'hours' | 'published'>;

async function runExamples(stage: SandboxedN8n, say: (line: string) => void): Promise<Results> {
	say("Connecting n8n with TeamViewer's sandbox through the consent page …");
	const { session: n8n } = stage;
	const credentials = [...(await createCredentials(stage)), await createMcpAccess(n8n)];

	say('Importing and running the example workflows …');
	// n8n lists what was changed last first: the first steps come after the whole jobs.
	for (const name of EXAMPLES.filter((each) => !FIRST_STEPS.includes(each))) {
		await makeReady(n8n, name, credentials);
	}
	const createSession = await importExample(n8n, 'create-session', credentials);
	const created = await runWorkflow(n8n, createSession);
	assertSuccess(created, createSession.name);
	const [session] = jsonOf<CreatedSession>(created, 'Show the links');
	if (session === undefined) throw new Error(`"${createSession.name}" gave no session`);

	const lastDays = await importExample(n8n, 'reports-last-30-days', credentials);
	const read = await runWorkflow(n8n, lastDays);
	assertSuccess(read, lastDays.name);

	const toTable = await importExample(n8n, 'new-reports-to-table', credentials);
	assertSuccess(await runWorkflow(n8n, toTable, 'Make the table'), toTable.name);
	await publishWorkflow(n8n, toTable);

	return {
		session,
		reports: jsonOf(read, 'Ended in the last 30 days').length,
		hours: jsonOf<CustomerHours>(read, 'Most hours first'),
		published: [toTable.name],
	};
}
