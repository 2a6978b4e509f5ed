/* eslint-disable @n8n/community-nodes/no-restricted-globals -- how many histories are played, and which, is chosen from outside */
import { randomInt } from 'node:crypto';
import fc from 'fast-check';

import { standInForTime } from './world';

const RUNS = Number(process.env.SIMULATION_RUNS ?? 200);

/** A seed from outside: to play the histories again that were printed. */
const GIVEN_SEED = process.env.SIMULATION_SEED;

/** Which of them: a failing one is printed as its path. */
const PATH = process.env.SIMULATION_PATH;

/**
 * Plays random histories, others every time, and expects that there is nothing to complain about. The seed is printed, to
 * play them again.
 */
export function everyHistory<T>(
	promise: string,
	stories: fc.Arbitrary<T>,
	play: (story: T) => Promise<string[]>,
): void {
	const seed = Number(GIVEN_SEED ?? randomInt(2 ** 31));
	it(`${promise}, in ${RUNS} histories (again: SIMULATION_SEED=${seed})`, async () => {
		standInForTime();
		await fc.assert(
			fc.asyncProperty(stories, async (story) => {
				expect(await play(story)).toEqual([]);
			}),
			// Making a failing history shorter takes minutes.
			{
				numRuns: RUNS,
				seed,
				path: PATH,
				endOnFailure: process.env.SIMULATION_SHRINK === undefined,
			},
		);
	}, 36_000_000);
}
