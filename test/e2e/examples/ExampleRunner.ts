/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import path from 'node:path';
import type { WorkflowExecuteMode } from 'n8n-workflow';
import { createCredential, type NewCredential, type SavedCredential } from '../../n8n/credentials';
import { dataTableRows, findDataTable } from '../../n8n/dataTables';
import {
	assertSuccess,
	jsonOf,
	listExecutions,
	readExecution,
	runWorkflow,
	waitForExecution,
	type Execution,
	type ExecutionSummary,
} from '../../n8n/executions';
import { ARTIFACTS } from '../../n8n/paths';
import { ensureRuntime } from '../../n8n/runtime';
import { createCredentials, startSandboxedN8n, type SandboxedN8n } from '../../n8n/sandboxedN8n';
import { waitFor } from '../../n8n/waiting';
import {
	publishWorkflow,
	unpublishWorkflow,
	type SavedWorkflow,
	type WorkflowFile,
} from '../../n8n/workflows';
import type { Sandbox } from '../../sandbox';
import { importExample, pollEveryTenSeconds, type Example } from '../../start/examples';
import { createMcpAccess } from '../../start/mcpAccess';

export interface RunnerOptions {
	/** The folder among the artifacts that n8n's data goes into; emptied first. */
	folder: string;
	/** n8n's time zone, in which its days begin. */
	timeZone: string;
	/** The address of the language model; any OpenAI-compatible one. */
	modelUrl: string;
}

/** By a trigger that polls, or by a form or webhook. */
const STARTED_BY_ITSELF: WorkflowExecuteMode[] = ['trigger', 'webhook'];

/** A real n8n that the examples are imported into and run on. */
export class ExampleRunner {
	private readonly imported = new Map<Example, SavedWorkflow>();

	private constructor(
		readonly stage: SandboxedN8n,
		private readonly credentials: SavedCredential[],
		/** The folder that n8n is installed in. */
		readonly n8nFolder: string,
	) {}

	/** Starts n8n with the credentials that the examples ask for by name. */
	static async start(sandbox: Sandbox, options: RunnerOptions): Promise<ExampleRunner> {
		const { folder, timeZone, modelUrl } = options;
		const runtime = await ensureRuntime(() => {});
		const stage = await startSandboxedN8n({
			runtime,
			userFolder: path.join(ARTIFACTS, folder, 'n8n'),
			sandbox,
			env: { GENERIC_TIMEZONE: timeZone },
		});
		let isReady = false;
		try {
			const credentials = await createCredentials(stage);
			const model = await createCredential(stage.session, {
				name: 'OpenAI account',
				type: 'openAiApi',
				data: { apiKey: 'none', url: modelUrl },
			});
			const mcpAccess = await createMcpAccess(stage.session);
			isReady = true;
			return new ExampleRunner(stage, [...credentials, model, mcpAccess], runtime.folder);
		} finally {
			if (!isReady) await stage.stop();
		}
	}

	/** Makes a credential for what a test puts into an example; the node asks for it by name. */
	async addCredential(credential: NewCredential): Promise<void> {
		this.credentials.push(await createCredential(this.stage.session, credential));
	}

	/** Imports an example, where it is not yet; `edit` is what a user would change before using it. */
	async import(
		name: Example,
		edit = (workflow: WorkflowFile): WorkflowFile => workflow,
	): Promise<SavedWorkflow> {
		const known = this.imported.get(name);
		if (known !== undefined) return known;
		const saved = await importExample(this.stage.session, name, this.credentials, (workflow) =>
			edit(pollEveryTenSeconds(workflow)),
		);
		this.imported.set(name, saved);
		return saved;
	}

	/** Runs an example by hand, from its first trigger or the one named. @throws unless it ends well */
	async run(name: Example, trigger?: string): Promise<Execution> {
		const workflow = await this.import(name);
		const execution = await runWorkflow(this.stage.session, workflow, trigger);
		assertSuccess(execution, name);
		return execution;
	}

	/** Publishes an example; its triggers are up, and have polled once, when this is done. */
	async publish(name: Example): Promise<void> {
		await publishWorkflow(this.stage.session, await this.import(name));
	}

	/** Takes an example off again, so that it can be imported with another change. */
	async putAway(name: Example): Promise<void> {
		const { id } = await this.import(name);
		await unpublishWorkflow(this.stage.session, id);
		this.imported.delete(name);
	}

	/** The newest run that a published example started by itself. @throws unless it ends well */
	async triggered(name: Example): Promise<Execution> {
		const { id } = await this.startedByItself(name);
		const execution = await waitForExecution(this.stage.session, id);
		assertSuccess(execution, name);
		return execution;
	}

	/**
	 * What a node gave in the newest run that a form or a webhook started, or whatever is named; a form's waits for its visitor
	 * behind the last page.
	 */
	async given<T>(
		name: Example,
		node: string,
		startedBy: WorkflowExecuteMode = 'webhook',
	): Promise<T[]> {
		const { id } = await this.startedByItself(name, [startedBy]);
		return await waitFor(
			async () => {
				// While it runs for the first time, nothing of it is saved.
				const execution = await readExecution(this.stage.session, id);
				const { data } = execution as Partial<Execution>;
				return data?.resultData.runData[node] && jsonOf<T>(execution, node);
			},
			{ for: `"${node}" of ${name}` },
		);
	}

	private async startedByItself(
		name: Example,
		modes = STARTED_BY_ITSELF,
	): Promise<ExecutionSummary> {
		const { id } = await this.import(name);
		return await waitFor(
			async () =>
				(await listExecutions(this.stage.session, id)).find(({ mode }) => modes.includes(mode)),
			{ for: `the trigger of ${name} to fire` },
		);
	}

	/** The rows of one of n8n's data tables, oldest first. */
	async rows<T>(table: string): Promise<T[]> {
		const { session } = this.stage;
		return await dataTableRows<T>(session, await findDataTable(session, table));
	}

	async stop(): Promise<void> {
		await this.stage.stop();
	}
}
