/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** How often a long command says that it is still at work. */
const HEARTBEAT_MS = 5_000;

export interface LoggedCommand {
	cwd: string;
	/** The file that the command's output is added to. */
	log: string;
	/** What it does, in words for the person who waits. */
	title: string;
	/** Takes one line of progress. */
	say: (line: string) => void;
}

/**
 * Runs a command that takes long and prints much: the output goes into a file, the person who waits sees
 * every few seconds that it is at work.
 *
 * @throws when it ends with another code than 0, with the end of its output and the name of the log
 */
export async function runLogged(
	command: string,
	args: string[],
	{ cwd, log, title, say }: LoggedCommand,
): Promise<void> {
	await mkdir(path.dirname(log), { recursive: true });
	const output = openSync(log, 'a');
	const started = Date.now();
	const seconds = () => Math.round((Date.now() - started) / 1000);
	say(`${title} …`);
	const heartbeat = setInterval(() => say(`${title} … ${seconds()} s`), HEARTBEAT_MS);
	try {
		const code = await new Promise<number | null>((resolve, reject) => {
			const child = spawn(command, args, {
				cwd,
				// CI: no spinners, whose every turn would go into the log.
				env: { ...environmentOutsideNpm(), CI: 'true' },
				stdio: ['ignore', output, output],
			});
			const kill = () => child.kill();
			process.once('exit', kill);
			child.once('error', reject);
			child.once('exit', (ended) => {
				process.off('exit', kill);
				resolve(ended);
			});
		});
		if (code !== 0) {
			throw new Error(
				`${title} failed: "${command} ${args.join(' ')}" ended with code ${code}. The end of ${log}:\n` +
					(await lastLines(log, 20)),
			);
		}
		say(`${title}: done in ${seconds()} s.`);
	} finally {
		clearInterval(heartbeat);
		closeSync(output);
	}
}

/** The last lines of a text file, for an error message. */
export async function lastLines(file: string, count: number): Promise<string> {
	const text = await readFile(file, 'utf8').catch(() => '');
	return text.trimEnd().split('\n').slice(-count).join('\n');
}

/**
 * The environment as it was before `npm run`: what npm puts into it (the folder of this package, the settings
 * of its .npmrc) would otherwise steer an npm that is to work in another folder.
 */
export function environmentOutsideNpm(): NodeJS.ProcessEnv {
	return Object.fromEntries(
		Object.entries(process.env).filter(
			([name]) =>
				!/^(npm_(package|lifecycle|config_(local_prefix|prefix|ignore_scripts))|INIT_CWD$)/.test(
					name,
				),
		),
	);
}
