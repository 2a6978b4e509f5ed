/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runLogged } from './commands';
import { ROOT } from './paths';
import { disown, tryToOwn } from './runAlone';
import { pause } from './waiting';

/** A folder with n8n in it and a Node.js that can run it. */
export interface Runtime {
	/** The folder that holds `node_modules` with n8n. */
	folder: string;
	/** The Node.js binary to run n8n with; n8n 2.41 needs Node.js 24. */
	node: string;
	/** n8n's command, a script for that binary. */
	n8n: string;
}

/** Takes one line of progress, without a line break. */
export type Say = (line: string) => void;

/** The oldest Node.js that n8n 2.41 runs on (`engines` of its package.json). */
const NODE_FOR_N8N = 24;

/** package.json and package-lock.json of this folder say which n8n it is, down to the last dependency. */
const MANIFESTS = ['package.json', 'package-lock.json'];

/**
 * Makes sure that n8n is installed, and installs it where it is not: 2.9 GB, once, 2 to 4 minutes.
 *
 * It goes into `.n8n-runtime` at the repository's root, or into the folder that the environment variable
 * `N8N_RUNTIME_DIR` names, so that several clones can share one. An installation that was interrupted starts
 * again from its beginning; a second process that finds one under way waits for it.
 *
 * @throws a sentence that names the log when npm fails
 */
export async function ensureRuntime(say: Say): Promise<Runtime> {
	const folder = path.resolve(process.env.N8N_RUNTIME_DIR ?? path.join(ROOT, '.n8n-runtime'));
	const wanted = await stampOfManifests();
	if (!(await isInstalled(folder, wanted))) {
		await takeTurn(folder, say);
		try {
			if (!(await isInstalled(folder, wanted))) await install(folder, wanted, say);
		} finally {
			await disown(folder);
		}
	}
	return {
		folder,
		node: nodeBinary(folder),
		n8n: path.join(folder, 'node_modules', 'n8n', 'bin', 'n8n'),
	};
}

/** Tells one installation from another: the manifests, and the machine that sqlite3 was compiled for. */
async function stampOfManifests(): Promise<string> {
	const hash = createHash('sha256');
	for (const manifest of MANIFESTS) hash.update(await readFile(path.join(__dirname, manifest)));
	return `${hash.digest('hex')} ${process.platform}-${process.arch}\n`;
}

const stampFile = (folder: string) => path.join(folder, 'installed');

async function isInstalled(folder: string, wanted: string): Promise<boolean> {
	const found = await readFile(stampFile(folder), 'utf8').catch(() => '');
	return found === wanted;
}

async function install(folder: string, wanted: string, say: Say): Promise<void> {
	const log = path.join(folder, 'install.log');
	await rm(stampFile(folder), { force: true });
	for (const manifest of MANIFESTS) {
		await copyFile(path.join(__dirname, manifest), path.join(folder, manifest));
	}
	say(`n8n is not installed yet. It goes into ${folder}: once, 2.9 GB, 2 to 4 minutes are normal.`);
	const npm = (title: string, args: string[]) =>
		runLogged('npm', [...args, '--no-audit', '--no-fund', '--engine-strict=false'], {
			cwd: folder,
			log,
			title,
			say,
		});
	// Hundreds of packages come along and none of their install scripts is needed but one: n8n loads
	// SQLite through sqlite3, which is downloaded ready-made for this machine or compiled.
	await npm('Downloading n8n and its packages', ['ci', '--ignore-scripts']);
	await npm('Preparing SQLite for this machine', [
		'rebuild',
		'sqlite3',
		'--foreground-scripts',
		'--ignore-scripts=false',
	]);
	nodeBinary(folder);
	await writeFile(stampFile(folder), wanted);
	say('n8n is installed.');
}

/**
 * The Node.js that came from the npm registry with n8n, so that nobody has to change the one they work with.
 * The packages named `node-<system>-<processor>` hold nothing but the binary and need no install script.
 */
function nodeBinary(folder: string): string {
	const names = [
		`node-${process.platform}-${process.arch}`,
		`node-bin-${process.platform}-${process.arch}`,
	];
	const binary = names
		.map((name) => path.join(folder, 'node_modules', name, 'bin', 'node'))
		.find((candidate) => existsSync(candidate));
	if (binary !== undefined) return binary;
	if (Number.parseInt(process.versions.node, 10) >= NODE_FOR_N8N) return process.execPath;
	throw new Error(
		`n8n needs Node.js ${NODE_FOR_N8N}, and the npm registry has none for ${process.platform}-${process.arch}. ` +
			`Install Node.js ${NODE_FOR_N8N} or newer and run the command with it; this is ${process.versions.node}.`,
	);
}

/** Waits until no other process installs into the folder. */
async function takeTurn(folder: string, say: Say): Promise<void> {
	let announced = false;
	for (;;) {
		const other = await tryToOwn(folder);
		if (other === undefined) return;
		if (!announced)
			say(`Process ${other} is installing n8n into ${folder} already; waiting for it …`);
		announced = true;
		await pause(500);
	}
}
