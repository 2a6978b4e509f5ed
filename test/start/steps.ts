/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports, no-console -- runs on a developer's machine, is never shipped */
import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { ARTIFACTS, ROOT } from '../n8n/paths';

/** A part of a command, with the heading it gets. */
export interface Step {
	title: string;
	/** Does it. @throws the reason, in words, when it fails */
	run(): Promise<void>;
}

/** Does one step after the other under its heading; the first that fails ends it. */
export async function runSteps(steps: Step[]): Promise<void> {
	for (const { title, run } of steps) {
		console.log(`\n── ${title}`);
		const started = Date.now();
		await run();
		console.log(`   done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
	}
}

/**
 * Runs a command of an installed package (or npm itself) at the root and shows its output only when it fails.
 *
 * @throws its output when it ends with another code than 0
 */
export async function runQuietly(command: string, ...args: string[]): Promise<void> {
	const chunks: Buffer[] = [];
	// CI: no spinners, whose every turn would be in the output.
	const code = await runAtRoot(command, args, { CI: 'true' }, (chunk) => chunks.push(chunk));
	if (code === 0) return;
	const output = Buffer.concat(chunks).toString('utf8').trim();
	throw new Error(`${output}\n\n"${command} ${args.join(' ')}" failed; what it said is above.`);
}

/**
 * Waits for things that are done side by side.
 *
 * @throws every reason, when some of them fail
 */
export async function allOf(...done: Array<Promise<void>>): Promise<void> {
	const reasons = (await Promise.allSettled(done)).flatMap((result) =>
		result.status === 'rejected' ? [(result.reason as Error).message] : [],
	);
	if (reasons.length > 0) throw new Error(reasons.join('\n\n'));
}

/** How a run of jest is reported to `.ci/run`: the file that gets its results as JSON. */
export const jestReport = (run: 'test' | 'e2e') => path.join(ARTIFACTS, `jest-${run}.json`);

/**
 * Runs jest and shows everything it says.
 *
 * @throws when a test fails, or when there is none
 */
export async function runJest(run: 'test' | 'e2e', ...args: string[]): Promise<void> {
	const report = ['--json', `--outputFile=${jestReport(run)}`];
	// jest does not make the folder of its report, and a bare clone has none.
	await mkdir(ARTIFACTS, { recursive: true });
	const code = await runAtRoot('jest', [...args, ...report], {});
	if (code !== 0) throw new Error('Tests failed; jest says above which and why.');
}

async function runAtRoot(
	command: string,
	args: string[],
	env: Record<string, string>,
	onOutput?: (chunk: Buffer) => void,
): Promise<number | null> {
	return await new Promise((resolve, reject) => {
		const output = onOutput === undefined ? 'inherit' : 'pipe';
		const child = spawn(command, args, {
			cwd: ROOT,
			env: {
				...process.env,
				...env,
				PATH: `${path.join(ROOT, 'node_modules', '.bin')}${path.delimiter}${process.env.PATH}`,
			},
			stdio: ['ignore', output, output],
		});
		const kill = () => child.kill();
		process.once('exit', kill);
		if (onOutput !== undefined) {
			child.stdout?.on('data', onOutput);
			child.stderr?.on('data', onOutput);
		}
		child.once('error', reject);
		child.once('close', (code) => {
			process.off('exit', kill);
			resolve(code);
		});
	});
}
