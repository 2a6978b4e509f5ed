/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { environmentOutsideNpm, runLogged } from '../n8n/commands';
import { packPackage } from '../n8n/packedPackage';
import { ARTIFACTS, ROOT } from '../n8n/paths';
import { runAlone } from '../n8n/runAlone';

/** Takes one line of progress. */
type Say = (line: string) => void;

/** The versions of n8n that there is a folder of here: the oldest that the package works with, and the last n8n 1. */
export type Release = '1.85' | '1.123';

/** All of them. */
export const RELEASES: readonly Release[] = ['1.85', '1.123'];

/**
 * Makes sure that an older n8n's engine is installed: 200 MB, once, half a minute.
 *
 * @returns the folder that it is in
 */
export async function ensureEngine(release: Release, say: Say): Promise<string> {
	const runtime = path.resolve(process.env.N8N_RUNTIME_DIR ?? path.join(ROOT, '.n8n-runtime'));
	const manifests = path.join(__dirname, `n8n-${release}`);
	const folder = path.join(runtime, 'compat', release);
	await runAlone(folder, `The installation of n8n ${release}`, async () => {
		if (!(await isInstalled(folder, manifests))) await install(folder, manifests, say);
	});
	return folder;
}

/**
 * Makes sure that an older n8n's engine is installed and installs this package there as `npm pack` makes it: beside n8n's own packages and apart from them, where n8n keeps community packages.
 *
 * @returns the folder that both are in
 */
export async function installOn(release: Release, say: Say): Promise<string> {
	const folder = await ensureEngine(release, say);
	await runAlone(folder, `The test on n8n ${release}`, async () => await installPackage(folder));
	return folder;
}

/** The stamp is written last: a copy of the lock file of what is there. */
const stampFile = (folder: string) => path.join(folder, 'installed');
const lockFile = (folder: string) => path.join(folder, 'package-lock.json');

async function isInstalled(folder: string, manifests: string): Promise<boolean> {
	const found = await readFile(stampFile(folder), 'utf8').catch(() => undefined);
	return found === (await readFile(lockFile(manifests), 'utf8'));
}

async function install(folder: string, manifests: string, say: Say): Promise<void> {
	await rm(stampFile(folder), { force: true });
	await copyFile(path.join(manifests, 'package.json'), path.join(folder, 'package.json'));
	await copyFile(lockFile(manifests), lockFile(folder));
	await runLogged('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
		cwd: folder,
		log: path.join(folder, 'install.log'),
		title: `Downloading the engine of ${path.basename(manifests)}`,
		say,
	});
	await copyFile(lockFile(folder), stampFile(folder));
}

/** What n8n up to about 1.90 does: npm adds every peer that is not optional. The package has none, so no network is needed. */
async function installPackage(folder: string): Promise<void> {
	const { file } = await packPackage(ROOT, path.join(ARTIFACTS, 'compat'));
	const nodes = path.join(folder, 'nodes');
	await rm(nodes, { recursive: true, force: true });
	await mkdir(nodes);
	await writeFile(path.join(nodes, 'package.json'), '{}');
	await promisify(execFile)('npm', ['install', file, '--offline', '--no-audit', '--no-fund'], {
		cwd: nodes,
		env: environmentOutsideNpm(),
	});
}
