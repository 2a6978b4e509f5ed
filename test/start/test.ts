import { main as rehearse } from './rehearse';
import { main as scan } from './scan';
import { allOf, runJest, runQuietly, runSteps } from './steps';

/**
 * `npm test`: everything that can be checked without a real n8n. Stops at the first step that fails.
 *
 * @param args go to jest, for example the name of a test file
 * @returns the exit code
 */
export async function main(args: string[]): Promise<number> {
	await runSteps([
		{
			title: "Lint by n8n's rules for verified nodes, formatting, types",
			run: () =>
				allOf(
					runQuietly('n8n-node', 'lint'),
					runQuietly('prettier', '--check', '.'),
					runQuietly('tsc', '--noEmit'),
					runQuietly('tsc', '-p', 'test'),
				),
		},
		{ title: 'Build', run: () => runQuietly('npm', 'run', 'build') },
		{
			title: "Lint by n8n's rules, of the descriptions that the nodes build",
			run: () => runQuietly('node', 'test/start/lintDescription.mjs'),
		},
		{
			title: "Scan by n8n's rules, of the sources and of the packed tarball",
			run: async () => {
				await scan();
			},
		},
		{
			title: 'Release, rehearsed in a clone',
			run: async () => {
				await rehearse();
			},
		},
		{
			title: 'Unit, engine and contract tests',
			run: () => runJest('test', '--selectProjects', 'unit', 'engine', 'contract', ...args),
		},
	]);
	return 0;
}
