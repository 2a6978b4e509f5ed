import { createSandbox } from '../sandbox';
import { Api } from './api';
import { findAll } from './fact';
import { quota } from './facts/quota';

const answers = async (prepare?: (sandbox: ReturnType<typeof createSandbox>) => void) => {
	const sandbox = createSandbox();
	prepare?.(sandbox);
	const api = new Api(sandbox.fetch, sandbox.credentials.userToken);
	const [, limit, refusal, counting] = await findAll(api, quota);
	return { limit, refusal, counting };
};

it('The small licence is told by its limit, and its refusal in the words of the answer', async () => {
	const { limit, refusal, counting } = await answers((sandbox) => {
		sandbox.quota.licence = 'free';
	});
	expect(limit?.detail).toBe('yes, refused within 301 calls');
	expect(refusal?.detail).toBe('403 rate_limit_reached, no header tells');
	expect(counting?.detail).toBe('a refusal does not say in Retry-After when it ends');
});

it('Without a refusal nothing is claimed about one', async () => {
	const { limit, refusal, counting } = await answers();
	expect(limit?.detail).toBe('no, all 301 were answered');
	expect([refusal?.outcome, counting?.outcome]).toEqual(['untold', 'untold']);
});

describe('Whether refused calls count', () => {
	const withWaits = async (waits: number[]) =>
		await answers((sandbox) => {
			// The first ten are sent at once.
			const all = [...Array.from({ length: 10 }, () => waits[0] ?? 0), ...waits.slice(1)];
			for (const wait of all) {
				sandbox.faults.add({
					path: /effectivepermissions/,
					status: 429,
					body: {},
					headers: { 'Retry-After': String(wait) },
				});
			}
		});

	it('is told by a Retry-After that grows', async () => {
		const { refusal, counting } = await withWaits([60, 70, 80, 90]);
		expect(refusal?.detail).toBe('429, retry-after: 60');
		expect(counting?.detail).toBe('yes, Retry-After was 60, 70, 80, 90 seconds');
	});

	it('is told by one that does not', async () => {
		const { counting } = await withWaits([60, 60, 59, 59]);
		expect(counting?.detail).toBe('no, Retry-After was 60, 60, 59, 59 seconds');
	});
});
