/* eslint-disable no-console -- runs on a developer's machine, is never shipped */
import { ensureEngine, RELEASES } from '../compat/install';
import { ensureRuntime } from '../n8n/runtime';

/**
 * `node test/start/bootstrap.mjs runtime`: installs every n8n that the end-to-end tests run on, where it is missing.
 * `.ci/run` does so while `npm test` runs.
 *
 * @returns the exit code
 */
export async function main(): Promise<number> {
	await ensureRuntime(console.log);
	for (const release of RELEASES) await ensureEngine(release, console.log);
	return 0;
}
