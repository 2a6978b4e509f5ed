/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import path from 'node:path';
import { createCredential, type SavedCredential } from '../../n8n/credentials';
import { dataTableRows, findDataTable } from '../../n8n/dataTables';
import {
	assertSuccess,
	listExecutions,
	runWorkflow,
	waitForExecution,
	type Execution,
} from '../../n8n/executions';
import { ARTIFACTS } from '../../n8n/paths';
import { ensureRuntime } from '../../n8n/runtime';
import { createCredentials, startSandboxedN8n, type SandboxedN8n } from '../../n8n/sandboxedN8n';
import { waitFor } from '../../n8n/waiting';
import { publishWorkflow, type SavedWorkflow, type WorkflowFile } from '../../n8n/workflows';
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

	/** The first run that a trigger of a published example starts. @throws unless it ends well */
	async triggered(name: Example): Promise<Execution> {
		const { id } = await this.import(name);
		const { session } = this.stage;
		const found = await waitFor(
			async () => (await listExecutions(session, id)).find(({ mode }) => mode === 'trigger'),
			{ for: `the trigger of ${name} to fire` },
		);
		const execution = await waitForExecution(session, found.id);
		assertSuccess(execution, name);
		return execution;
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
