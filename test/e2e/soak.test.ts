/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, is never shipped */
import path from 'node:path';
import { ARTIFACTS } from '../n8n/paths';
import { ensureRuntime } from '../n8n/runtime';
import { sayPlainly } from '../n8n/sayPlainly';
import { DELIVERIES, PARTS, type Part } from '../soak/engines';
import { soak, type Soak } from '../soak/soak';

/** By part: how often n8n is killed. */
const KILLS: Record<string, number> = {
	'default-atMostOnce': 4,
	'durable-atMostOnce': 3,
	'default-atLeastOnce': 4,
};

describe('The trigger, while n8n is killed again and again', () => {
	const soaks: Record<string, Soak> = {};
	const soakOf = (name: string) => soaks[name] as Soak;

	beforeAll(async () => {
		const runtime = await ensureRuntime(sayPlainly);
		const play = async (part: Part) =>
			(soaks[part.name] = await soak({
				...{ runtime, part, kills: KILLS[part.name] ?? 0, seed: 1, say: () => {} },
				userFolder: path.join(ARTIFACTS, 'e2e', `soak-${part.name}`),
			}));
		// Both engines at once, so that their waiting adds up to less.
		for (const delivery of DELIVERIES) {
			const parts = PARTS.filter((part) => part.delivery === delivery && part.name in KILLS);
			await Promise.all(parts.map(play));
		}
	}, 25 * 60_000);

	it.each(Object.keys(KILLS))('there was something to lose (%s)', (name) => {
		const { reports, findings, part } = soakOf(name);
		expect(reports).toBeGreaterThan(20);
		expect(findings.expected).toBe(reports * part.engine.triggers.length);
	});

	it.each(['default-atMostOnce', 'durable-atMostOnce'])(
		'no workflow gets a report twice, or works on it twice (%s)',
		(name) => {
			const { repeated, doneTwice } = soakOf(name).findings;
			expect(repeated).toEqual([]);
			expect(doneTwice).toEqual([]);
		},
	);

	it.each(['durable-atMostOnce', 'default-atLeastOnce'])(
		'every workflow gets every report (%s)',
		(name) => {
			expect(soakOf(name).findings.lost).toEqual([]);
		},
	);

	it('a report comes twice only from another process (default-atLeastOnce)', () => {
		const { repeated } = soakOf('default-atLeastOnce').findings;
		expect(repeated.filter(({ isByAnotherProcess }) => !isByAnotherProcess)).toEqual([]);
	});

	it('a report gets lost only where n8n dies between saving and starting (default-atMostOnce)', () => {
		const { lost } = soakOf('default-atMostOnce').findings;
		expect(lost.filter(({ diedBetween }) => diedBetween === undefined)).toEqual([]);
	});

	it.each(Object.keys(KILLS))(
		'what a workflow got is done, unless n8n shows its execution as crashed (%s)',
		(name) => {
			expect(soakOf(name).findings.unexplained).toEqual([]);
		},
	);
});
