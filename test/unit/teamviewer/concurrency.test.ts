/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a test waits for the event loop */
import { Concurrency, HeldPlace } from '../../../nodes/TeamViewer/teamviewer/concurrency';

const settle = async () => await new Promise((resolve) => setImmediate(resolve));

/** Starts as many requests as asked for and answers all that are under way, round by round. */
function requests(concurrency: Concurrency, count: number) {
	const open: Array<() => void> = [];
	for (let started = 0; started < count; started++) {
		void concurrency.run(async () => await new Promise<void>((resolve) => open.push(resolve)));
	}
	return async (rounds: number) => {
		const sizes: number[] = [];
		for (let round = 0; round < rounds; round++) {
			await settle();
			const answered = open.splice(0);
			sizes.push(answered.length);
			for (const answer of answered) {
				concurrency.onSuccess();
				answer();
			}
		}
		return sizes;
	};
}

/** One that has grown as far as it may. */
function grown(most?: number): Concurrency {
	const concurrency = new Concurrency(most);
	for (let answers = 0; answers < 200; answers++) concurrency.onSuccess();
	return concurrency;
}

describe('The limit of requests at once', () => {
	it('is one at first, and at most twice as many after each round, up to 40', async () => {
		const answerRounds = requests(new Concurrency(), 400);
		expect(await answerRounds(9)).toEqual([1, 2, 4, 8, 16, 32, 40, 40, 40]);
	});

	it('is what the caller says at the most', async () => {
		const answerRounds = requests(new Concurrency(8), 60);
		expect(await answerRounds(6)).toEqual([1, 2, 4, 8, 8, 8]);
	});

	it('does not grow by single answers while others of the round are under way', () => {
		const concurrency = new Concurrency();
		concurrency.onSuccess();
		concurrency.onSuccess();
		expect(concurrency.limit).toBe(2);
		concurrency.onSuccess();
		expect(concurrency.limit).toBe(4);
	});

	it('halves when TeamViewer refuses, once for requests that were refused together', () => {
		const concurrency = grown();
		expect(concurrency.limit).toBe(40);
		const { refusals } = concurrency;
		for (let refused = 0; refused < 40; refused++) concurrency.onRateLimit(refusals);
		expect(concurrency.limit).toBe(20);
	});

	it('grows by one a round after a refusal', async () => {
		const concurrency = grown();
		concurrency.onRateLimit(0);
		const answerRounds = requests(concurrency, 200);
		expect(await answerRounds(4)).toEqual([20, 21, 22, 23]);
	});

	it('stays at one when the very first request is refused, and feels its way from there', async () => {
		const concurrency = new Concurrency();
		concurrency.onRateLimit(0);
		const answerRounds = requests(concurrency, 20);
		expect(await answerRounds(3)).toEqual([1, 2, 3]);
	});

	it('never falls to nothing, however often TeamViewer refuses', () => {
		const concurrency = new Concurrency();
		for (let refused = 0; refused < 50; refused++) concurrency.onRateLimit(concurrency.refusals);
		expect(concurrency.limit).toBe(1);
	});

	it('gives the place of a failed request to the next', async () => {
		const concurrency = new Concurrency();
		const failed = concurrency.run(async () => await Promise.reject(new Error('failed')));
		const next = concurrency.run(async () => 'next');
		expect(concurrency.pendingCount).toBe(1);
		await expect(failed).rejects.toThrow();
		await expect(next).resolves.toBe('next');
		expect([concurrency.activeCount, concurrency.pendingCount]).toEqual([0, 0]);
	});
});

describe('A held place', () => {
	it('is used by one request after the other, while those beside it wait for further places', async () => {
		const concurrency = new Concurrency();
		const order: string[] = [];
		const request = (name: string, place: HeldPlace) =>
			place.run(async () => {
				order.push(`${name} begins`);
				await settle();
				order.push(`${name} ends`);
			});
		await concurrency.run(async () => {
			const place = new HeldPlace(concurrency);
			await request('first', place);
			const beside = [request('second', place), request('third', place)];
			await beside[0];
			// The third waits for a place of its own, and there is only one yet.
			expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
			concurrency.onSuccess();
			await Promise.all(beside);
		});
		expect(order.slice(4)).toEqual(['third begins', 'third ends']);
	});
});
