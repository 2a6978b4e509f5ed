/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below the ports that systems give to outgoing connections (from 32768 on Linux, from 49152 on others): n8n listens half
 * a minute after its port was chosen, and by then a connection of npm's or its own would have taken one of those at times.
 */
const LOWEST = 20_000;
const BEYOND = 32_768;

/** jest numbers the processes that run test files side by side; each has ports of its own, so that none takes another's. */
const PROCESSES = 8;
const PER_PROCESS = Math.floor((BEYOND - LOWEST) / PROCESSES);
const FIRST = LOWEST + (Number(process.env.JEST_WORKER_ID ?? 0) % PROCESSES) * PER_PROCESS;

/** Not given twice: whoever got one may not listen on it yet. */
const given = new Set<number>();

/** A TCP port of the loopback interface that nobody listens on, and that stays free until it is used. */
export async function freePort(): Promise<number> {
	while (given.size < PER_PROCESS) {
		const port = randomInt(FIRST, FIRST + PER_PROCESS);
		if (given.has(port)) continue;
		given.add(port);
		if (await isPortFree(port)) return port;
	}
	throw new Error(
		`No port from ${FIRST} to ${FIRST + PER_PROCESS - 1} of the loopback interface is free`,
	);
}

/** Whether nobody listens on this TCP port of the loopback interface at this moment. */
export async function isPortFree(port: number): Promise<boolean> {
	const server = createServer();
	return await new Promise<boolean>((resolve) => {
		server.once('error', () => resolve(false));
		server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
	});
}
