/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { fork, type ChildProcess } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { ARTIFACTS } from '../n8n/paths';
import type { InterceptingProxy } from '../n8n/proxy';
import type { Order, Reply, ShownError, Tasks } from './tasks';

type Result<Name extends keyof Tasks> = Awaited<ReturnType<Tasks[Name]>>;

/** A node on the oldest n8n failed; the message and the rest are what n8n's editor shows. */
export class NodeFailure extends Error {
	constructor(readonly shown: ShownError) {
		super(shown.message);
	}
}

/**
 * The engine of the oldest n8n that the package works with, and the package in it, in a process of its own: two versions
 * of n8n cannot live in one. It reaches TeamViewer through a proxy, as that n8n's server does.
 */
export class OldestN8n {
	private orders = 0;
	private readonly waiting = new Map<number, (reply: Reply) => void>();

	private constructor(private readonly child: ChildProcess) {
		child.on('message', (reply: Reply) => {
			this.waiting.get(reply.id)?.(reply);
			this.waiting.delete(reply.id);
		});
		child.once('exit', (code) => {
			const error = { name: 'Error', message: `the oldest n8n's engine ended with code ${code}` };
			for (const [id, settle] of this.waiting) settle({ id, error });
		});
	}

	/** @param folder what `installOnOldestN8n` gave */
	static async start(folder: string, proxy: InterceptingProxy): Promise<OldestN8n> {
		const userFolder = path.join(ARTIFACTS, 'compat', 'n8n');
		await mkdir(userFolder, { recursive: true });
		const child = fork(path.join(__dirname, 'engine.ts'), {
			cwd: folder,
			execArgv: ['--require', require.resolve('tsx/cjs')],
			env: {
				PATH: process.env.PATH,
				N8N_USER_FOLDER: userFolder,
				N8N_ENCRYPTION_KEY: 'only-for-tests',
				N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
				HTTPS_PROXY: proxy.url,
				NODE_EXTRA_CA_CERTS: proxy.caFile,
			},
		});
		process.once('exit', () => child.kill());
		return new OldestN8n(child);
	}

	/** @throws {NodeFailure} what the node throws */
	async run<Name extends keyof Tasks>(
		name: Name,
		task: Parameters<Tasks[Name]>[0],
	): Promise<Result<Name>> {
		const order: Order = { id: ++this.orders, name, task: task as never };
		const reply = await new Promise<Reply>((resolve) => {
			this.waiting.set(order.id, resolve);
			this.child.send(order);
		});
		if ('error' in reply) throw new NodeFailure(reply.error);
		return reply.result as Result<Name>;
	}

	async stop(): Promise<void> {
		if (this.child.exitCode !== null) return;
		const ended = new Promise((resolve) => this.child.once('exit', resolve));
		this.child.disconnect();
		await ended;
	}
}
