/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a test waits for the event loop */
import { Pace } from '../../../nodes/TeamViewer/teamviewer/pace';

/** Starts as many requests as asked for and tells how many are under way; each is answered by hand. */
function requests(pace: Pace, count: number) {
	const open: Array<() => void> = [];
	const all = Array.from({ length: count }, () =>
		pace.run(async () => await new Promise<void>((resolve) => open.push(resolve))),
	);
	const settle = async () => await new Promise((resolve) => setImmediate(resolve));
	return {
		all,
		settle,
		underWay: () => open.length,
		/** Answers everything that is under way. */
		answerRound: async () => {
			await settle();
			const round = open.splice(0);
			for (const answer of round) {
				pace.widen();
				answer();
			}
			await settle();
			return round.length;
		},
	};
}

describe('the pace of requests', () => {
	it('sends the first request alone, then ten, then doubles up to 40', async () => {
		const { answerRound } = requests(new Pace(), 300);
		const rounds: number[] = [];
		for (let round = 0; round < 9; round++) rounds.push(await answerRound());
		expect(rounds).toEqual([1, 10, 40, 40, 40, 40, 40, 40, 40]);
	});

	it('halves when TeamViewer refuses, once for requests that were refused together', async () => {
		const pace = new Pace();
		for (let answers = 0; answers < 3; answers++) pace.widen();
		expect(pace.width).toBe(40);
		const { refusals } = pace;
		for (let refused = 0; refused < 40; refused++) pace.narrow(refusals);
		expect(pace.width).toBe(20);
	});

	it('grows by one a round after a refusal', async () => {
		const pace = new Pace();
		for (let answers = 0; answers < 3; answers++) pace.widen();
		pace.narrow(0);
		const { answerRound } = requests(pace, 200);
		const rounds: number[] = [];
		for (let round = 0; round < 4; round++) rounds.push(await answerRound());
		expect(rounds[0]).toBe(20);
		expect(rounds[3]).toBeGreaterThan(20);
		expect(rounds[3]).toBeLessThanOrEqual(24);
	});

	it('feels its way when the very first request is refused', async () => {
		const pace = new Pace();
		pace.narrow(0);
		const { answerRound } = requests(pace, 20);
		const rounds: number[] = [];
		for (let round = 0; round < 3; round++) rounds.push(await answerRound());
		expect(rounds).toEqual([1, 2, 2]);
	});

	it('never stops sending, however often TeamViewer refuses', () => {
		const pace = new Pace();
		for (let refused = 0; refused < 50; refused++) pace.narrow(pace.refusals);
		expect(pace.width).toBe(1);
	});

	it('gives the place of a failed request to the next', async () => {
		const pace = new Pace();
		await expect(pace.run(async () => await Promise.reject(new Error('failed')))).rejects.toThrow();
		await expect(pace.run(async () => 'next')).resolves.toBe('next');
	});
});
