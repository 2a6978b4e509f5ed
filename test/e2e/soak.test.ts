/* eslint-disable @n8n/community-nodes/no-restricted-imports, no-console -- a test, is never shipped */
import path from 'node:path';
import { ARTIFACTS } from '../n8n/paths';
import { ensureRuntime } from '../n8n/runtime';
import { ENGINES, type EngineName } from '../soak/engines';
import { soak, type Soak } from '../soak/soak';

/** Both engines at once, so that their waiting adds up to less. */
const KILLS: Record<EngineName, number> = { default: 4, durable: 3 };

describe('The trigger, while n8n is killed again and again', () => {
	const soaks = {} as Record<EngineName, Soak>;

	beforeAll(async () => {
		const runtime = await ensureRuntime(console.log);
		const results = await Promise.all(
			Object.values(ENGINES).map(
				async (engine) =>
					await soak({
						...{ runtime, engine, kills: KILLS[engine.name], seed: 1, say: () => {} },
						userFolder: path.join(ARTIFACTS, 'e2e', `soak-${engine.name}`),
					}),
			),
		);
		for (const result of results) soaks[result.engine.name] = result;
	}, 15 * 60_000);

	it.each(['default', 'durable'] as const)('there was something to lose (%s engine)', (engine) => {
		const { reports, findings } = soaks[engine];
		expect(reports).toBeGreaterThan(30);
		expect(findings.expected).toBe(reports * ENGINES[engine].triggers.length);
	});

	it.each(['default', 'durable'] as const)(
		'no workflow gets a report twice, or works on it twice (%s engine)',
		(engine) => {
			const { repeated, doneTwice } = soaks[engine].findings;
			expect(repeated).toEqual([]);
			expect(doneTwice).toEqual([]);
		},
	);

	it('every workflow gets every report (durable engine)', () => {
		expect(soaks.durable.findings.lost).toEqual([]);
	});

	it('a report gets lost only where n8n dies between saving and starting (default engine)', () => {
		const unexplained = soaks.default.findings.lost.filter(
			({ diedBetween }) => diedBetween === undefined,
		);
		expect(unexplained).toEqual([]);
	});

	it.each(['default', 'durable'] as const)(
		'what a workflow got is done, unless n8n shows its execution as crashed (%s engine)',
		(engine) => {
			expect(soaks[engine].findings.unexplained).toEqual([]);
		},
	);
});
