/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A script of this folder that runs in a process of its own and answers one message after the other. */
export interface Worker<Ready> {
	/** The first message that it sent. */
	ready: Ready;
	ask<Answer>(message: object): Promise<Answer>;
	stop(): void;
}

interface WorkerOptions {
	/** Node.js to run it with; the present one unless given. */
	node?: string;
	env?: NodeJS.ProcessEnv;
}

/** Starts a script and waits for its first message. */
export async function startWorker<Ready>(
	script: string,
	{ node, env }: WorkerOptions = {},
): Promise<Worker<Ready>> {
	const child = fork(script, {
		...(node !== undefined && { execPath: node }),
		execArgv: ['--import', 'tsx'],
		env: { ...process.env, ...env },
	});
	const ready = (await nextMessage(child)) as Ready;
	return {
		ready,
		ask: async <Answer>(message: object) => {
			const answer = nextMessage(child);
			child.send(message);
			return (await answer) as Answer;
		},
		stop: () => child.disconnect(),
	};
}

async function nextMessage(child: ChildProcess): Promise<unknown> {
	const controller = new AbortController();
	const { signal } = controller;
	try {
		return await Promise.race([
			once(child, 'message', { signal }).then(([message]) => message as unknown),
			once(child, 'exit', { signal }).then(([code]) => {
				throw new Error(`${child.spawnargs.at(-1)} ended with code ${code}`);
			}),
		]);
	} finally {
		controller.abort();
	}
}
