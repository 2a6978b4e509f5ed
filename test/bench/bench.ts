/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports, no-console -- runs on a developer's machine, is never shipped */
import { readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { execFile } from 'node:child_process';
import { ARTIFACTS, ROOT } from '../n8n/paths';
import { runAlone } from '../n8n/runAlone';
import { ensureBuilt } from '../start/build';
import { measurePolling } from './idlePoll';
import { measureLoading } from './loading';
import { measureMemory } from './memory';
import { callsIn, withCalls } from '../readme/callsTable';
import { writeReport } from './report';
import { setStage, type Stage } from './stage';
import { measureTimes } from './times';

const REPORT = path.join(ROOT, 'docs', 'benchmark.md');

const DAY_MINUTES = 24 * 60;

const say = (line: string) => console.log(`  ${line}`);

/**
 * `npm run bench`: measures both nodes against what a user would build by hand, prints the tables and writes them to
 * docs/benchmark.md. `npm run bench -- --quick` takes a minute and writes nothing. It reports; no number makes it fail.
 */
async function main(args: string[]): Promise<void> {
	const quick = args.includes('--quick');
	await ensureBuilt(say);
	await runAlone(path.join(ARTIFACTS, 'bench'), 'npm run bench', async () => {
		const stage = await setStage(say);
		try {
			const text = withCalls(
				writeReport(await measure(stage, quick)),
				callsIn(await readFile(REPORT, 'utf8')),
			);
			console.log(`\n${text}`);
			if (!quick) await writeFile(REPORT, text);
		} finally {
			await stage.stop();
		}
	});
}

async function measure(stage: Stage, quick: boolean) {
	const times = await measureTimes(stage, quick, say);
	say('Loading …');
	const loading = await measureLoading(stage, quick ? 3 : 11);
	say('Polling …');
	const polling = await measurePolling(quick ? 60 : DAY_MINUTES);
	const memoryReports = quick ? 10_000 : 100_000;
	const memory = await measureMemory(stage, memoryReports, say);
	return {
		date: new Date().toISOString().slice(0, 10),
		machine: `${os.availableParallelism()} cores, ${Math.round(os.totalmem() / 2 ** 30)} GiB`,
		versions: await versions(stage),
		times,
		memory,
		memoryReports,
		polling,
		loading,
		packedBytes: stage.packed.size,
	};
}

async function versions({ runtime, packed }: Stage): Promise<string> {
	const manifest = path.join(runtime.folder, 'node_modules', 'n8n', 'package.json');
	const n8n = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
	const { stdout } = await promisify(execFile)(runtime.node, ['--version']);
	return `n8n ${n8n.version} on Node.js ${stdout.trim().slice(1)}, ${packed.manifest.name} ${packed.manifest.version}`;
}

main(process.argv.slice(2)).catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
