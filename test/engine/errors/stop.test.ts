/* eslint-disable @n8n/community-nodes/no-restricted-globals -- lets time pass, as a user does before pressing Stop */
import type { Transport } from '../../harness/engine';
import { locator, workbench } from '../../harness/workbench';

const { sandbox, fail, search, sent } = workbench();
const group = locator('id', sandbox.company.groups[0]?.id ?? '');
const never: Transport = async () => await new Promise(() => {});

describe('The Stop button', () => {
	it('ends a wait for the rate limit, and nothing is sent afterwards', async () => {
		sandbox.faults.rateLimit({ dialect: '429', retryAfter: 50, times: Infinity });
		const stop = new AbortController();
		const failing = fail('session', 'create', { group }, { stop: stop.signal });
		while (sent().length === 0) await new Promise(setImmediate);
		stop.abort(new Error('stopped'));
		expect((await failing).message).toBe('The execution was stopped');
		expect(sent()).toHaveLength(1);
	});

	it('keeps back what waits for its turn', async () => {
		const stop = new AbortController();
		stop.abort(new Error('stopped'));
		const error = await fail('session', 'create', { group }, { stop: stop.signal });
		expect(error.message).toBe('The execution was stopped');
		expect(sent()).toEqual([]);
	});
});

describe('A drop-down', () => {
	it('says why it is empty when TeamViewer does not answer in time', async () => {
		const times: number[] = [];
		const now = Date.now();
		const clock = jest.spyOn(Date, 'now').mockReturnValue(now);
		jest.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
			times.push(milliseconds);
			const over = new AbortController();
			setImmediate(() => {
				clock.mockReturnValue(now + milliseconds);
				over.abort(new Error('time is over'));
			});
			return over.signal;
		});
		try {
			await expect(
				search('searchGroups', '', undefined, { transport: never }),
			).rejects.toMatchObject({
				message: 'TeamViewer could not be reached',
				description: expect.stringContaining('You can still choose By ID.') as string,
			});
			expect(times).toEqual([19_000]);
		} finally {
			jest.restoreAllMocks();
		}
	});

	it('does not wait for the rate limit longer than it has', async () => {
		sandbox.faults.rateLimit({ dialect: '429', retryAfter: 30, times: Infinity });
		const outcome = await search('searchGroups').catch((error: Error) => error);
		expect((outcome as Error).message).toBe("TeamViewer's rate limit is reached");
		expect(sent()).toHaveLength(1);
	});

	it.each([
		['the page itself', ['a', 'a']],
		['a page before', ['a', 'b', 'a']],
	])('ends with an error where a page leads back to %s', async (_, tokens) => {
		let asked = 0;
		const transport: Transport = async () => ({
			statusCode: 200,
			headers: {},
			body: { records: [{ id: 'y' }], next_offset: tokens[asked++ % tokens.length] },
		});
		const scroll = async () => {
			let token: string | undefined;
			for (let scrolled = 0; scrolled < 20; scrolled++) {
				const { paginationToken } = await search('searchReports', 'x', token, { transport });
				if (paginationToken === undefined) return;
				token = String(paginationToken);
			}
			throw new Error('It would go on for ever');
		};
		await expect(scroll()).rejects.toThrow('TeamViewer sent the same page token twice');
	});
});
