/* eslint-disable no-console -- runs on a developer's machine, is never shipped */
import { ensureRuntime } from '../n8n/runtime';
import { ensureBuilt } from './build';
import { runJest, runSteps } from './steps';

const say = (line: string) => console.log(`   ${line}`);

/**
 * `npm run e2e`: the tests on a real n8n, two files side by side: most of their time they wait for the next poll.
 *
 * @param args go to jest, for example the name of a test file
 * @returns the exit code
 */
export async function main(args: string[]): Promise<number> {
	await runSteps([
		{ title: 'Build', run: () => ensureBuilt(say) },
		{
			title: 'n8n',
			run: async () => {
				const { folder } = await ensureRuntime(say);
				say(`n8n is in ${folder}`);
			},
		},
		{
			title: 'End-to-end tests',
			run: () => runJest('e2e', '--selectProjects', 'e2e', '--maxWorkers=2', ...args),
		},
	]);
	return 0;
}
