/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { chown, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../n8n/ports';
import { program } from './programs';
import { Server, type SystemUser } from './server';

/** A PostgreSQL of its own with one empty database: on loopback, behind a password that nobody else knows. */
export interface Postgres {
	port: number;
	user: string;
	password: string;
	database: string;
	/** Ends it and removes its data. */
	stop(): Promise<void>;
}

const OWNER = 'n8n';

/** The account that Debian's package makes for the server, which refuses to run as root. */
const DEBIAN_ACCOUNT = 'postgres';

/** @param logFolder gets its log; made when missing */
export async function startPostgres(logFolder: string): Promise<Postgres> {
	await mkdir(logFolder, { recursive: true });
	const user = await serverAccount();
	// Another account has to get there, so its data is not below the folder of whoever runs this.
	const folder = await mkdtemp(path.join(os.tmpdir(), 'n8n-nodes-teamviewer-postgres-'));
	const removeAtOnce = () => rmSync(folder, { recursive: true, force: true });
	process.once('exit', removeAtOnce);
	let server: Server | undefined;
	const stop = async () => {
		await server?.stop();
		process.off('exit', removeAtOnce);
		removeAtOnce();
	};
	let isReady = false;
	try {
		const port = await freePort();
		const password = randomBytes(16).toString('hex');
		const data = path.join(folder, 'data');
		await initialise(folder, data, password, user);
		const settings = {
			listen_addresses: '127.0.0.1',
			port: String(port),
			unix_socket_directories: '',
			// Its data does not outlive the run; what is killed here is n8n, not the database.
			fsync: 'off',
			full_page_writes: 'off',
			synchronous_commit: 'off',
			max_connections: '100',
			shared_buffers: '64MB',
		};
		server = await Server.start({
			program: program('postgres'),
			args: [
				'-D',
				data,
				...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
			],
			port,
			log: path.join(logFolder, 'postgres.log'),
			user,
			// "Fast": open connections are ended.
			stopSignal: 'SIGINT',
		});
		isReady = true;
		return { port, user: OWNER, password, database: 'postgres', stop };
	} finally {
		if (!isReady) await stop();
	}
}

async function initialise(
	folder: string,
	data: string,
	password: string,
	user: SystemUser | undefined,
): Promise<void> {
	const passwordFile = path.join(folder, 'password');
	await writeFile(passwordFile, password, { mode: 0o600 });
	if (user !== undefined) {
		await chown(folder, user.uid, user.gid);
		await chown(passwordFile, user.uid, user.gid);
	}
	await promisify(execFile)(
		program('initdb'),
		[
			...['-D', data, '--username', OWNER, '--pwfile', passwordFile],
			...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--locale', 'C', '--no-sync'],
		],
		{ ...user, cwd: '/' },
	);
}

/** Whom PostgreSQL runs as: whoever runs this, unless that is root, whom it refuses. */
async function serverAccount(): Promise<SystemUser | undefined> {
	if (process.getuid?.() !== 0) return undefined;
	const id = async (flag: '-u' | '-g') =>
		Number((await promisify(execFile)('id', [flag, DEBIAN_ACCOUNT])).stdout);
	return { uid: await id('-u'), gid: await id('-g') };
}
