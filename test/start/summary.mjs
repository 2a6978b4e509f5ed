/**
 * `node test/start/summary.mjs <exit code of npm test> <exit code of npm run e2e>`: the last line of `.ci/run`,
 * with the tests of both runs added up. A run that failed in another step than its tests counts as one failure.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ARTIFACTS = path.resolve(
	path.dirname(fileURLToPath(import.meta.url)),
	'..',
	'..',
	'.artifacts',
);

const codes = process.argv.slice(2, 4).map(Number);
const runs = ['test', 'e2e'].map((run, i) => {
	const { passed, failed } = countTests(run);
	return { passed, failed: codes[i] !== 0 && failed === 0 ? 1 : failed };
});
const sum = (name) => runs.reduce((total, run) => total + run[name], 0);

console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;

function countTests(run) {
	try {
		const report = JSON.parse(readFileSync(path.join(ARTIFACTS, `jest-${run}.json`), 'utf8'));
		return {
			passed: report.numPassedTests,
			failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
		};
	} catch {
		return { passed: 0, failed: 0 };
	}
}
