/* eslint-disable @n8n/community-nodes/no-restricted-globals -- how many histories are played is chosen from outside */
import fc from 'fast-check';

import { play } from './reportSimulation';
import { reportStories } from './reportStory';

const RUNS = Number(process.env.SIMULATION_RUNS ?? 200);
const SEED = Number(process.env.SIMULATION_SEED ?? 1);

describe('thirty days of connection reports', () => {
	it(`emits every report once, in ${RUNS} histories`, async () => {
		await fc.assert(
			fc.asyncProperty(reportStories, async (story) => {
				expect(await play(story)).toEqual([]);
			}),
			{ numRuns: RUNS, seed: SEED },
		);
	}, 3_600_000);
});
