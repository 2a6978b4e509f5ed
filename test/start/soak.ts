/* eslint-disable @n8n/community-nodes/no-restricted-imports, no-console -- runs on a developer's machine, is never shipped */
import path from 'node:path';
import { ARTIFACTS } from '../n8n/paths';
import { runAlone } from '../n8n/runAlone';
import { ensureRuntime } from '../n8n/runtime';
import { ENGINES } from '../soak/engines';
import { soak, type Soak } from '../soak/soak';
import { summarise, writeSoakPage } from '../soak/soakPage';
import { ensureBuilt } from './build';

/** How often n8n is killed on each engine in a run whose numbers are published. */
const FULL_RUN = 20;

const say = (line: string) => console.log(`  ${line}`);

/**
 * `npm run soak`: kills a real n8n twenty times on each of its two engines, a quarter of an hour in all, and writes what
 * became of the reports into `docs/soak.md`. `npm run soak -- 3` is a try with three kills, which writes nothing.
 *
 * @returns the exit code: 1 when something was lost or repeated that n8n does not explain
 */
export async function main([kills = String(FULL_RUN), seed = '1']: string[]): Promise<number> {
	await ensureBuilt(say);
	const runtime = await ensureRuntime(say);
	const folder = path.join(ARTIFACTS, 'soak');
	return await runAlone(folder, 'npm run soak', async () => {
		// Both engines at once, so that their waiting adds up to less.
		const soaks = await Promise.all(
			Object.values(ENGINES).map(
				async (engine) =>
					await soak({
						...{ runtime, engine, kills: Number(kills), seed: Number(seed) },
						userFolder: path.join(folder, engine.name),
						say: (line) => say(`${engine.name}: ${line}`),
					}),
			),
		);
		for (const result of soaks) {
			console.log(`\n── The ${result.engine.name} engine\n${summarise(result)}`);
		}
		if (Number(kills) >= FULL_RUN) {
			say(`The numbers are in ${await writeSoakPage(soaks)}`);
		}
		return soaks.every(isAsPromised) ? 0 : 1;
	});
}

function isAsPromised({ engine, findings }: Soak): boolean {
	const { lost, repeated, unexplained, doneTwice } = findings;
	const isLossExplained =
		engine.name === 'default' ? lost.every(({ diedBetween }) => diedBetween) : lost.length === 0;
	return isLossExplained && repeated.length + unexplained.length + doneTwice.length === 0;
}
