/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { fork, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { ARTIFACTS } from '../n8n/paths';
import type { InterceptingProxy } from '../n8n/proxy';
import type { Order, Reply, ShownError, Tasks } from './tasks';

type Result<Name extends keyof Tasks> = Awaited<ReturnType<Tasks[Name]>>;

const USER_FOLDER = path.join(ARTIFACTS, 'compat', 'n8n');

/** What the engine prints. */
const LOG = path.join(USER_FOLDER, 'engine.log');

const ENDED: ShownError = {
	name: 'Error',
	message: `n8n's engine ended by itself; its log is ${LOG}`,
};

/** A node on an older n8n failed; the message and the rest are what n8n's editor shows. */
export class NodeFailure extends Error {
	constructor(readonly shown: ShownError) {
		super(shown.message);
	}
}

/**
 * The engine of an older n8n, and the package in it, in a process of its own: two versions of n8n cannot live in one. It
 * reaches TeamViewer through a proxy, as that n8n's server does.
 */
export class OlderN8n {
	private orders = 0;
	private readonly waiting = new Map<number, (reply: Reply) => void>();

	private constructor(private readonly child: ChildProcess) {
		child.on('message', (reply: Reply) => this.settle(reply));
		child.once('exit', () => {
			for (const id of this.waiting.keys()) this.settle({ id, error: ENDED });
		});
	}

	/** @param folder what `installOn` gave */
	static async start(folder: string, proxy: InterceptingProxy): Promise<OlderN8n> {
		await mkdir(USER_FOLDER, { recursive: true });
		const log = openSync(LOG, 'a');
		const child = fork(path.join(__dirname, 'engine.ts'), {
			cwd: folder,
			execArgv: ['--require', require.resolve('tsx/cjs')],
			env: {
				PATH: process.env.PATH,
				TSX_DISABLE_CACHE: process.env.TSX_DISABLE_CACHE,
				N8N_USER_FOLDER: USER_FOLDER,
				N8N_ENCRYPTION_KEY: 'only-for-tests',
				N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
				HTTPS_PROXY: proxy.url,
				NODE_EXTRA_CA_CERTS: proxy.caFile,
			},
			stdio: ['ignore', log, log, 'ipc'],
		});
		closeSync(log);
		process.once('exit', () => child.kill());
		return new OlderN8n(child);
	}

	/** @throws {NodeFailure} what the node throws */
	async run<Name extends keyof Tasks>(
		name: Name,
		task: Parameters<Tasks[Name]>[0],
	): Promise<Result<Name>> {
		const order: Order = { id: ++this.orders, name, task: task as never };
		const reply = await new Promise<Reply>((resolve) => {
			this.waiting.set(order.id, resolve);
			this.child.send(order, (error) => error && this.settle({ id: order.id, error: ENDED }));
		});
		if ('error' in reply) throw new NodeFailure(reply.error);
		return reply.result as Result<Name>;
	}

	private settle(reply: Reply): void {
		this.waiting.get(reply.id)?.(reply);
		this.waiting.delete(reply.id);
	}

	async stop(): Promise<void> {
		if (!this.child.connected) return;
		const ended = new Promise((resolve) => this.child.once('exit', resolve));
		this.child.disconnect();
		await ended;
	}
}
