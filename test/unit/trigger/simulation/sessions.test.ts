/* eslint-disable @n8n/community-nodes/no-restricted-globals -- how many histories are played is chosen from outside */
import fc from 'fast-check';

import { playSessions } from './sessionSimulation';
import { sessionStories } from './sessionStory';

const RUNS = Number(process.env.SIMULATION_RUNS ?? 200);
const SEED = Number(process.env.SIMULATION_SEED ?? 1);

describe('thirty days of sessions', () => {
	it(`emits every event once, in ${RUNS} histories`, async () => {
		await fc.assert(
			fc.asyncProperty(sessionStories, async (story) => {
				expect(await playSessions(story)).toEqual([]);
			}),
			{ numRuns: RUNS, seed: SEED },
		);
	}, 3_600_000);
});
