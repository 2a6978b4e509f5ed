/* eslint-disable @n8n/community-nodes/no-restricted-imports, no-console -- runs on a developer's machine, is never shipped */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { environmentOutsideNpm } from '../n8n/commands';
import { ARTIFACTS, ROOT } from '../n8n/paths';
import { ensureBuilt } from './build';

const run = promisify(execFile);

/** A first release lists every commit. */
const MOST_OUTPUT = 100_000_000;

/** What a release changes, and nothing else: the changelog is written by hand. */
const RAISED = ['package-lock.json', 'package.json'];

/**
 * `npm run rehearse`: releases the last commit for show. `npm run release` runs in a clone whose `origin` is a bare
 * repository beside it: once as a maintainer runs it, which tags and pushes, once as the workflow that the tag starts runs
 * it, with npm told to only say what it would publish. n8n's command has no dry run of its own.
 *
 * Lint and build, which the release runs first, are left out of the clone: `npm test` has done both.
 *
 * @returns the exit code
 * @throws what went wrong
 */
export async function main(): Promise<number> {
	if ((await git(ROOT, 'rev-parse', 'HEAD').catch(() => '')) === '') {
		console.log('   Left out: this is no clone of the repository.');
		return 0;
	}
	await ensureBuilt((line) => console.log(`   ${line}`));
	const folder = path.join(ARTIFACTS, 'release');
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	try {
		await release(folder);
	} finally {
		// The lint reads whatever lies below the root.
		await rm(folder, { recursive: true, force: true });
	}
	return 0;
}

async function release(folder: string): Promise<void> {
	const origin = path.join(folder, 'origin.git');
	const clone = path.join(folder, 'clone');
	await git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', origin);
	// CI has the last commit only, and Git takes such a history only where it is told to.
	await git(origin, 'config', 'receive.shallowUpdate', 'true');
	await git(folder, 'clone', '--quiet', '--no-tags', ROOT, clone);
	await git(clone, 'config', 'user.name', 'Rehearsal');
	await git(clone, 'config', 'user.email', 'rehearsal@example.com');
	await git(clone, 'remote', 'set-url', 'origin', origin);
	await git(clone, 'checkout', '--quiet', '-B', 'main');
	const { name, version } = await prepare(clone);
	await git(clone, 'commit', '--quiet', '--all', '--message', 'Leave out lint and build');
	await git(clone, 'push', '--quiet', '--set-upstream', 'origin', 'main');

	await npmRunRelease(clone, { CI: 'true' });
	const next = nextPatch(version);
	assert.equal(await git(origin, 'tag'), next, 'the tag that was pushed');
	const tagged = await git(origin, 'rev-parse', `${next}^{commit}`);
	assert.equal(await git(origin, 'rev-parse', 'main'), tagged, 'the branch that was pushed');
	const changed = await git(origin, 'diff', '--name-only', `${tagged}~`, tagged);
	assert.deepEqual(changed.split('\n'), RAISED, 'the files that the release changed');
	for (const file of RAISED) {
		assert.equal(JSON.parse(await git(origin, 'show', `${tagged}:${file}`)).version, next, file);
	}
	assert.equal(await git(clone, 'status', '--porcelain'), '', 'what the release left behind');

	const said = await npmRunRelease(clone, { GITHUB_ACTIONS: 'true', npm_config_dry_run: 'true' });
	const published = `+ ${name}@${next}`;
	assert.ok(said.includes(published), `npm did not get as far as "${published}":\n${said}`);
	console.log(`   ${version} → ${next}: tagged, pushed, and ready for npm`);
}

async function git(folder: string, ...args: string[]): Promise<string> {
	return (await run('git', args, { cwd: folder })).stdout.trim();
}

interface Manifest {
	name: string;
	version: string;
	scripts: Record<string, string>;
}

/** Gives the clone the packages and the built nodes that are here, and takes lint and build out of it. */
async function prepare(clone: string): Promise<Manifest> {
	await symlink(path.join(ROOT, 'node_modules'), path.join(clone, 'node_modules'));
	await writeFile(path.join(clone, '.git', 'info', 'exclude'), 'node_modules\n');
	await cp(path.join(ROOT, 'dist'), path.join(clone, 'dist'), { recursive: true });
	const file = path.join(clone, 'package.json');
	const manifest = JSON.parse(await readFile(file, 'utf8')) as Manifest;
	Object.assign(manifest.scripts, { lint: 'node --version', build: 'node --version' });
	await writeFile(file, `${JSON.stringify(manifest, null, '\t')}\n`);
	return manifest;
}

/** Runs the command offline: what it needs has to be among the packages that are installed here. */
async function npmRunRelease(cwd: string, env: Record<string, string>): Promise<string> {
	const inherited = Object.entries(environmentOutsideNpm()).filter(
		([name]) => !/^(CI|GITHUB_.*|NPM_TOKEN)$/.test(name),
	);
	const ended = await run('npm', ['run', 'release'], {
		cwd,
		env: { ...Object.fromEntries(inherited), npm_config_offline: 'true', ...env },
		maxBuffer: MOST_OUTPUT,
	}).catch((error: Error & { stdout: string; stderr: string }) => error);
	const said = ended.stdout + ended.stderr;
	if (ended instanceof Error) throw new Error(`"npm run release" failed:\n${said}`);
	return said;
}

function nextPatch(version: string): string {
	const [major, minor, patch] = version.split('.').map(Number);
	return `${major}.${minor}.${Number(patch) + 1}`;
}
