/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { N8nProcess } from '../n8n/n8nProcess';
import {
	startSandboxedN8n,
	type SandboxedN8n,
	type SandboxedN8nOptions,
} from '../n8n/sandboxedN8n';
import { startPostgres, type Postgres } from './postgres';
import { startRedis, type Redis } from './redis';

export interface QueueModeOptions extends Omit<SandboxedN8nOptions, 'userFolder'> {
	/** Gets a folder for every process, with its data and its log; emptied first. */
	folder: string;
	/** How many workers. Default 2. */
	workers?: number;
}

/** n8n as large installations run it: a main one, which polls and serves the editor, and workers, which execute. */
export interface QueueModeN8n extends SandboxedN8n {
	workers: N8nProcess[];
}

/**
 * Settings that let n8n notice a dead worker within seconds instead of two minutes. What it does then is always
 * the same: it marks the executions of that worker as failed and never runs them again (`maxStalledCount: 0` in
 * n8n's `scaling.service`).
 */
const QUICK_RECOVERY = {
	/** A worker holds a job for so long without renewing it, in milliseconds. n8n's default: 60,000. */
	QUEUE_WORKER_LOCK_DURATION: '15000',
	/** How often it renews, in milliseconds. n8n's default: 10,000. */
	QUEUE_WORKER_LOCK_RENEW_TIME: '3000',
	/** How often the workers that live look for jobs nobody holds, in milliseconds. n8n's default: 30,000. */
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

/**
 * Starts Redis, PostgreSQL, a main n8n with this package installed, and its workers. Every n8n has a folder of its
 * own, as if it were on a machine of its own, so the workers install the package themselves when they start.
 */
export async function startQueueMode({
	folder,
	workers: count = 2,
	...options
}: QueueModeOptions): Promise<QueueModeN8n> {
	const { say = () => {} } = options;
	await rm(folder, { recursive: true, force: true });
	const started: Array<{ stop(): Promise<void> }> = [];
	const stop = async () => {
		for (const part of started.splice(0).reverse()) await part.stop();
	};
	let isReady = false;
	try {
		say('Starting Redis and PostgreSQL …');
		const redis = await startRedis(path.join(folder, 'redis'));
		started.push(redis);
		const postgres = await startPostgres(path.join(folder, 'postgres'));
		started.push(postgres);
		const env = { ...queueSettings(redis, postgres), ...options.env };

		const main = await startSandboxedN8n({
			...options,
			userFolder: path.join(folder, 'main'),
			env,
		});
		started.push(main);

		say(`Starting ${count} workers …`);
		const workers = await Promise.all(
			Array.from({ length: count }, async (_, index) => {
				const worker = await N8nProcess.start({
					command: 'worker',
					runtime: options.runtime,
					proxy: main.proxy,
					userFolder: path.join(folder, `worker-${index + 1}`),
					env: { ...env, N8N_REINSTALL_MISSING_PACKAGES: 'true' },
				});
				started.push(worker);
				return worker;
			}),
		);
		isReady = true;
		return { ...main, workers, stop };
	} finally {
		if (!isReady) await stop();
	}
}

function queueSettings(redis: Redis, postgres: Postgres): Record<string, string> {
	return {
		EXECUTIONS_MODE: 'queue',
		// Executions started by hand run on the main n8n otherwise.
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
		// How many executions a worker runs at a time; n8n advises against fewer.
		N8N_CONCURRENCY_PRODUCTION_LIMIT: '5',
		// Workers have to read the credentials that the main n8n saved.
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redis.port),
		QUEUE_BULL_REDIS_PASSWORD: redis.password,
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(postgres.port),
		DB_POSTGRESDB_DATABASE: postgres.database,
		DB_POSTGRESDB_USER: postgres.user,
		DB_POSTGRESDB_PASSWORD: postgres.password,
		...QUICK_RECOVERY,
	};
}
