/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Runs `work` unless another process does so with the same folder at this moment. What a killed process left
 * behind does not count.
 *
 * @param what the command, for the sentence that refuses
 */
export async function runAlone<T>(
	folder: string,
	what: string,
	work: () => Promise<T>,
): Promise<T> {
	const other = await tryToOwn(folder);
	if (other !== undefined) {
		throw new Error(`${what} runs already, as process ${other} on ${folder}. Stop that one first.`);
	}
	try {
		return await work();
	} finally {
		await disown(folder);
	}
}

const ownerFile = (folder: string) => path.join(folder, 'process.pid');

/** Makes this process the folder's owner, or gives the number of the running process that is it already. */
export async function tryToOwn(folder: string): Promise<number | undefined> {
	await mkdir(folder, { recursive: true });
	for (;;) {
		try {
			await writeFile(ownerFile(folder), String(process.pid), { flag: 'wx' });
			return undefined;
		} catch {
			const pid = Number(await readFile(ownerFile(folder), 'utf8').catch(() => ''));
			if (isRunning(pid)) return pid;
			await disown(folder);
		}
	}
}

export async function disown(folder: string): Promise<void> {
	await rm(ownerFile(folder), { force: true });
}

function isRunning(pid: number): boolean {
	if (!Number.isInteger(pid) || pid <= 0) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}
