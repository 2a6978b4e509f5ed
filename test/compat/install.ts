/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { runLogged } from '../n8n/commands';
import { packPackage } from '../n8n/packedPackage';
import { ARTIFACTS, ROOT } from '../n8n/paths';
import { runAlone } from '../n8n/runAlone';

/** Takes one line of progress. */
type Say = (line: string) => void;

/**
 * Makes sure that the oldest n8n's engine is installed (160 MB, once, half a minute) and gives it this package as
 * `npm pack` makes it: beside n8n's own packages and apart from them, where n8n keeps community packages.
 *
 * @returns the folder that both are in
 */
export async function installOnOldestN8n(say: Say): Promise<string> {
	const runtime = path.resolve(process.env.N8N_RUNTIME_DIR ?? path.join(ROOT, '.n8n-runtime'));
	const folder = path.join(runtime, 'compat');
	await runAlone(folder, 'The test on the oldest n8n', async () => {
		if (!(await isInstalled(folder))) await install(folder, say);
		await unpackPackage(folder);
	});
	return folder;
}

/** The stamp is written last: a copy of the lock file of what is there. */
const stampFile = (folder: string) => path.join(folder, 'installed');

const lockFile = path.join(__dirname, 'package-lock.json');

async function isInstalled(folder: string): Promise<boolean> {
	const found = await readFile(stampFile(folder), 'utf8').catch(() => undefined);
	return found === (await readFile(lockFile, 'utf8'));
}

async function install(folder: string, say: Say): Promise<void> {
	await rm(stampFile(folder), { force: true });
	await copyFile(path.join(__dirname, 'package.json'), path.join(folder, 'package.json'));
	await copyFile(lockFile, path.join(folder, 'package-lock.json'));
	await runLogged('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
		cwd: folder,
		log: path.join(folder, 'install.log'),
		title: "Downloading the oldest n8n's engine",
		say,
	});
	await copyFile(lockFile, stampFile(folder));
}

async function unpackPackage(folder: string): Promise<void> {
	const { manifest, file } = await packPackage(ROOT, path.join(ARTIFACTS, 'compat'));
	const target = path.join(folder, 'nodes', 'node_modules', manifest.name);
	await rm(target, { recursive: true, force: true });
	await mkdir(target, { recursive: true });
	await promisify(execFile)('tar', ['-xzf', file, '-C', target, '--strip-components=1']);
}
