/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { runLogged } from '../n8n/commands';
import { ARTIFACTS, ROOT } from '../n8n/paths';

/** What the build reads. */
const SOURCES = ['credentials', 'icons', 'nodes', 'package.json', 'tsconfig.json', 'gulpfile.js'];

/** Builds the nodes into `dist`, unless what is there is newer than every source. */
export async function ensureBuilt(say: (line: string) => void): Promise<void> {
	const { n8n } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'));
	const outputs: string[] = [...n8n.nodes, ...n8n.credentials];
	const built = await Promise.all(outputs.map((file) => lastChange(file)));
	const sources = await Promise.all(SOURCES.map((source) => lastChange(source)));
	if (Math.min(...built) > Math.max(...sources)) return;
	await runLogged('npm', ['run', 'build'], {
		cwd: ROOT,
		log: path.join(ARTIFACTS, 'build.log'),
		title: 'Building the nodes',
		say,
	});
}

/** When a file, or anything in a folder, last changed, in milliseconds; 0 when it does not exist. */
async function lastChange(name: string): Promise<number> {
	const file = path.resolve(ROOT, name);
	const found = await stat(file).catch(() => undefined);
	if (found === undefined) return 0;
	if (!found.isDirectory()) return found.mtimeMs;
	const entries = await readdir(file);
	const times = await Promise.all(entries.map((entry) => lastChange(path.join(file, entry))));
	return Math.max(found.mtimeMs, ...times);
}
