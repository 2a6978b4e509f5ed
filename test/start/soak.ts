/* eslint-disable @n8n/community-nodes/no-restricted-imports, no-console -- runs on a developer's machine, is never shipped */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ARTIFACTS } from '../n8n/paths';
import { runAlone } from '../n8n/runAlone';
import { ensureRuntime } from '../n8n/runtime';
import { PARTS, type Part } from '../soak/engines';
import { soak, type Soak } from '../soak/soak';
import { summarise, writeSoakPage } from '../soak/soakPage';
import { ensureBuilt } from './build';

/** How often n8n is killed in a run whose numbers are published. */
const FULL_RUN = 20;

const say = (line: string) => console.log(`  ${line}`);

/**
 * `npm run soak`: kills a real n8n twenty times on each of its two engines with each delivery, half an hour a part, one part
 * after the other, and writes what became of the reports into `docs/soak.md`.
 *
 * `npm run soak -- 20 1 default-atLeastOnce` does one part (with seed 1); the page is written when all four are there.
 * `npm run soak -- 3` is a try with three kills a part, which writes nothing.
 *
 * @returns the exit code: 1 when something was lost or repeated that the trigger does not announce
 */
export async function main([
	kills = String(FULL_RUN),
	seed = '1',
	...names
]: string[]): Promise<number> {
	const unknown = names.find((name) => PARTS.every((part) => part.name !== name));
	if (unknown !== undefined) {
		say(`There is no part ${unknown}. There are ${PARTS.map(({ name }) => name).join(', ')}.`);
		return 1;
	}
	await ensureBuilt(say);
	const runtime = await ensureRuntime(say);
	const folder = path.join(ARTIFACTS, 'soak');
	return await runAlone(folder, 'npm run soak', async () => {
		const soaks: Soak[] = [];
		for (const part of PARTS) {
			if (names.length > 0 && !names.includes(part.name)) continue;
			const result = await soak({
				...{ runtime, part, kills: Number(kills), seed: Number(seed) },
				userFolder: path.join(folder, part.name),
				say: (line) => say(`${part.name}: ${line}`),
			});
			console.log(`\n── ${part.name}\n${summarise(result)}`);
			if (Number(kills) >= FULL_RUN)
				await writeFile(resultFile(folder, part), JSON.stringify(result));
			soaks.push(result);
		}
		if (Number(kills) >= FULL_RUN) await writePageOf(folder);
		return soaks.every(isAsPromised) ? 0 : 1;
	});
}

/** Writes the page where every part has been run. */
async function writePageOf(folder: string): Promise<void> {
	const files = PARTS.map(async (part) => await readFile(resultFile(folder, part), 'utf8'));
	const results = await Promise.all(files).catch(() => undefined);
	say(
		results
			? `The numbers are in ${await writeSoakPage(results.map((text) => JSON.parse(text) as Soak))}`
			: 'The page is written when all parts have been run.',
	);
}

function resultFile(folder: string, part: Part): string {
	return path.join(folder, `${part.name}.json`);
}

function isAsPromised({ part: { engine, delivery }, findings }: Soak): boolean {
	const { lost, repeated, unexplained, doneTwice } = findings;
	if (delivery === 'atLeastOnce') {
		const areAnnounced = repeated.every(({ isByAnotherProcess }) => isByAnotherProcess);
		return lost.length + unexplained.length === 0 && areAnnounced;
	}
	const isLossExplained =
		engine.name === 'default' ? lost.every(({ diedBetween }) => diedBetween) : lost.length === 0;
	return isLossExplained && repeated.length + unexplained.length + doneTwice.length === 0;
}
