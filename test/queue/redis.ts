/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { freePort } from '../n8n/ports';
import { program } from './programs';
import { Server } from './server';

/** A Redis of its own: on loopback, in memory only, behind a password that nobody else knows. */
export interface Redis {
	port: number;
	password: string;
	stop(): Promise<void>;
}

/** @param folder gets its log; made when missing */
export async function startRedis(folder: string): Promise<Redis> {
	await mkdir(folder, { recursive: true });
	const port = await freePort();
	const password = randomBytes(16).toString('hex');
	const settings = {
		bind: '127.0.0.1',
		port: String(port),
		requirepass: password,
		dir: folder,
		save: '',
		appendonly: 'no',
		daemonize: 'no',
	};
	const server = await Server.start({
		program: program('redis-server'),
		args: Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
		port,
		log: path.join(folder, 'redis.log'),
		stopSignal: 'SIGTERM',
	});
	return { port, password, stop: async () => await server.stop() };
}
