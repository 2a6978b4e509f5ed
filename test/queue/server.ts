/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { connect } from 'node:net';
import { lastLines } from '../n8n/commands';
import { waitFor } from '../n8n/waiting';

/** A user of the operating system. */
export interface SystemUser {
	uid: number;
	gid: number;
}

export interface ServerOptions {
	/** The program's absolute path, and its arguments. */
	program: string;
	args: string[];
	/** The port on 127.0.0.1 that it will listen on. */
	port: number;
	/** The file that gets what it prints. */
	log: string;
	/** Who it runs as. Default: who runs this. */
	user?: SystemUser;
	/** The signal that ends it quickly and in order. */
	stopSignal: NodeJS.Signals;
}

/** A database server in a process of its own, ended with this process at the latest. */
export class Server {
	private constructor(
		private readonly child: ChildProcess,
		private readonly stopSignal: NodeJS.Signals,
	) {}

	/** Starts it and waits until it listens. */
	static async start({
		program,
		args,
		port,
		log,
		user,
		stopSignal,
	}: ServerOptions): Promise<Server> {
		const output = openSync(log, 'a');
		// In a process group of its own, so that Ctrl-C in the terminal does not end it before n8n.
		const child = spawn(program, args, {
			...user,
			cwd: '/',
			stdio: ['ignore', output, output],
			detached: true,
		});
		closeSync(output);
		const server = new Server(child, stopSignal);
		// First of all that happens then: whoever started it may be about to remove its data.
		process.prependOnceListener('exit', server.killAtOnce);
		child.once('exit', () => process.off('exit', server.killAtOnce));
		await new Promise<void>((resolve, reject) => {
			child.once('spawn', resolve);
			child.once('error', reject);
		});
		await waitFor(
			async () => {
				if (server.hasEnded) {
					throw new Error(
						`${program} ended while it was starting. The end of ${log}:\n${await lastLines(log, 20)}`,
					);
				}
				return (await listens(port)) ? true : undefined;
			},
			{ for: `${program} to listen on port ${port}; its log is ${log}` },
		);
		return server;
	}

	async stop(): Promise<void> {
		if (this.hasEnded) return;
		const ended = new Promise<void>((resolve) => this.child.once('exit', () => resolve()));
		this.child.kill(this.stopSignal);
		await ended;
	}

	private get hasEnded(): boolean {
		return this.child.exitCode !== null || this.child.signalCode !== null;
	}

	private readonly killAtOnce = () => {
		this.child.kill('SIGKILL');
	};
}

async function listens(port: number): Promise<boolean> {
	return await new Promise((resolve) => {
		const socket = connect({ host: '127.0.0.1', port });
		socket.once('connect', () => {
			socket.destroy();
			resolve(true);
		});
		socket.once('error', () => resolve(false));
	});
}
