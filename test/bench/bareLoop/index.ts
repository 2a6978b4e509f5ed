/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import path from 'node:path';
import type { Runtime } from '../../n8n/runtime';
import type { BenchServer } from '../server';
import { startWorker } from '../worker';

/** What the loop is to do: read every report, or create sessions. */
export type BareJob = { reports: number } | { sessions: number; groupId: string };

/** A loop of `fetch` without n8n around it: one request after the other, over one connection. The floor. */
export interface BareLoop {
	/** In milliseconds. @throws when it gets another number of things than it should */
	time(job: BareJob): Promise<number>;
	stop(): void;
}

/** Starts the loop's process, with n8n's own Node.js and the way to TeamViewer that n8n goes too. */
export async function startBareLoop(
	{ node }: Runtime,
	{ proxy, token }: BenchServer,
): Promise<BareLoop> {
	const worker = await startWorker(path.join(__dirname, 'process.ts'), {
		node,
		env: {
			BENCH_TOKEN: token,
			HTTPS_PROXY: proxy.url,
			NODE_EXTRA_CA_CERTS: proxy.caFile,
			NODE_USE_ENV_PROXY: '1',
		},
	});
	return {
		async time(job) {
			const { ms, count } = await worker.ask<{ ms: number; count: number }>(job);
			const wanted = 'sessions' in job ? job.sessions : job.reports;
			if (count !== wanted) throw new Error(`The bare loop got ${count} instead of ${wanted}`);
			return ms;
		},
		stop: () => worker.stop(),
	};
}
