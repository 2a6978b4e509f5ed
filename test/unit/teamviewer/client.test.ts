/* eslint-disable @n8n/community-nodes/no-restricted-globals -- lets a turn of the event loop pass, as a network does */
import type { IExecuteFunctions, INode } from 'n8n-workflow';

import { waits } from '../../harness/noWaiting';
import { TeamViewerClient } from '../../../nodes/TeamViewer/teamviewer/client';

jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../../harness/noWaiting')>('../../harness/noWaiting')
		.n8nWorkflowWithoutWaiting(),
);

const node = { type: 'node', parameters: { authentication: 'accessToken' } } as unknown as INode;

/** A client of an n8n that answers with these bodies, one after the other, each when it is there. */
function clientOf(bodies: unknown[], deadline?: number) {
	const requests: Array<{ timeout?: number }> = [];
	const caller = {
		getNode: () => node,
		getCredentials: async () => ({ accessToken: 'secret' }),
		helpers: {
			httpRequestWithAuthentication: async (_: string, request: { timeout?: number }) => {
				requests.push(request);
				return { statusCode: 200, headers: {}, body: await bodies[requests.length - 1] };
			},
		},
	};
	return {
		requests,
		client: new TeamViewerClient(caller as unknown as IExecuteFunctions, { deadline }),
	};
}

const rateLimited = {
	IsSuccess: false,
	Error: { ExceptionName: 'rate_limit_reached', Message: 'Too many calls.', ValidationErrors: {} },
};

beforeEach(() => waits.splice(0));

it('A rate limit that is wrapped into a success is waited out, and slows the other requests down', async () => {
	const { client } = clientOf([rateLimited, { userid: 'u1' }]);
	for (let answers = 0; answers < 20; answers++) client.concurrency.onSuccess();
	const { limit } = client.concurrency;
	await expect(client.get('/account')).resolves.toEqual({ userid: 'u1' });
	expect(waits).toHaveLength(1);
	expect(client.concurrency.refusals).toBe(1);
	expect(client.concurrency.limit).toBeLessThan(limit);
});

it('A request takes no longer than there is time, and a retry that could not end in time is not begun', async () => {
	const { client, requests } = clientOf([rateLimited, { userid: 'u1' }], Date.now() + 900);
	await expect(client.get('/account')).rejects.toMatchObject({ reason: 'rateLimit' });
	expect(requests).toHaveLength(1);
	expect(requests[0]?.timeout).toBeLessThanOrEqual(900);
	expect(waits).toEqual([]);
});

it('Nothing is sent when the time is over', async () => {
	const { client, requests } = clientOf([{ userid: 'u1' }], Date.now() - 1);
	await expect(client.get('/account')).rejects.toMatchObject({ reason: 'unreachable' });
	expect(requests).toEqual([]);
});

it('A request that the deadline ends is said to have timed out, although the timer went off a millisecond early', async () => {
	const now = Date.now();
	const clock = jest.spyOn(Date, 'now').mockReturnValue(now);
	const over = new AbortController();
	const timer = jest.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
		clock.mockReturnValue(now + milliseconds - 1);
		setImmediate(() => over.abort(new DOMException('The time is over', 'TimeoutError')));
		return over.signal;
	});
	try {
		const { client } = clientOf([new Promise(() => {})], now + 900);
		await expect(client.get('/account')).rejects.toMatchObject({
			failure: { kind: 'network', code: 'ETIMEDOUT' },
			reason: 'unreachable',
		});
		expect(timer).toHaveBeenCalledWith(900);
	} finally {
		jest.restoreAllMocks();
	}
});

it('Steps about one record wait for one another, whatever the case of its ID', async () => {
	const { client } = clientOf([]);
	const order: string[] = [];
	await Promise.all([
		client.inTurn('/managed/devices/0000000A', async () => {
			await new Promise(setImmediate);
			order.push('first');
		}),
		client.inTurn('/managed/devices/0000000a', async () => {
			order.push('second');
		}),
	]);
	expect(order).toEqual(['first', 'second']);
});

it.each([{ IsSuccess: false }, { isSuccess: false }, { ParsingError: 'x' }, { parsingError: 'x' }])(
	'An error that is wrapped into a success is one: %j',
	async (body) => {
		await expect(clientOf([body]).client.get('/account')).rejects.toMatchObject({
			failure: { kind: 'http', status: 200 },
		});
	},
);

it('What could not be read of a request is no error beside a list, whatever the case of the keys', async () => {
	const body = { parsingError: 'x', auditEvents: [] };
	await expect(clientOf([body]).client.get('/EventLogging')).resolves.toEqual(body);
});
