/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the bridge is for Node's own http client */
import { request } from 'node:https';
import { interceptTeamViewer } from '../../harness/teamviewer';
import { createSandbox } from '../../sandbox';

interface Options {
	method?: string;
	body?: string | Buffer;
	headers?: Record<string, string>;
}

/** One request with Node's https, as axios below n8n makes it. */
async function send(url: string, { method = 'GET', body, headers = {} }: Options = {}) {
	return await new Promise<{ status?: number; headers: Record<string, unknown>; body: Buffer }>(
		(resolve, reject) => {
			const outgoing = request(url, { method, headers }, (incoming) => {
				const chunks: Buffer[] = [];
				incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
				incoming.on('error', reject);
				incoming.on('end', () =>
					resolve({
						status: incoming.statusCode,
						headers: incoming.headers,
						body: Buffer.concat(chunks),
					}),
				);
			});
			outgoing.on('error', reject);
			outgoing.end(body);
		},
	);
}

describe('the bridge between Node and the sandbox', () => {
	const sandbox = createSandbox({ company: 'small' });
	const api = 'https://webapi.teamviewer.com/api/v1';
	const headers = { Authorization: `Bearer ${sandbox.credentials.userToken}` };
	let restore: () => void;

	beforeAll(() => {
		restore = interceptTeamViewer(sandbox);
	});
	afterEach(() => {
		sandbox.faults.clear();
		sandbox.clearRequests();
	});
	afterAll(() => restore());

	it('carries query, headers and status both ways', async () => {
		const good = await send(`${api}/sessions?full_list=true&state=open%2Cclosed`, { headers });
		expect(good.status).toBe(200);
		expect(sandbox.requests[0]).toMatchObject({
			method: 'GET',
			host: 'webapi.teamviewer.com',
			path: '/api/v1/sessions',
			query: { full_list: 'true', state: 'open,closed' },
			tokenId: 'user',
			status: 200,
		});
		const bad = await send(`${api}/account`);
		expect([bad.status, bad.headers['www-authenticate']]).toEqual([401, 'Bearer']);
	});

	it('carries JSON bodies and answers without a body', async () => {
		const [session] = sandbox.company.sessions;
		const answer = await send(`${api}/sessions/${session?.code}`, {
			method: 'PUT',
			headers: { ...headers, 'Content-Type': 'application/json' },
			body: JSON.stringify({ description: 'Grüße 👋' }),
		});
		expect([answer.status, answer.body.length]).toEqual([204, 0]);
		expect(sandbox.requests[0]?.body).toEqual({ description: 'Grüße 👋' });
		expect(session?.description).toBe('Grüße 👋');
	});

	it('passes a body that is no JSON on as it came', async () => {
		const answer = await send(`${api}/sessions`, {
			method: 'POST',
			headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' },
			body: 'groupname=A+B',
		});
		expect(answer.status).toBe(400);
		expect(sandbox.requests[0]?.body).toEqual({ groupname: 'A B' });
	});

	it('turns a dropped connection into a reset, and serves the next request', async () => {
		sandbox.faults.add({ drop: true });
		await expect(send(`${api}/ping`)).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect((await send(`${api}/ping`)).status).toBe(200);
	});

	it('refuses every other host', async () => {
		await expect(send('https://example.com/')).rejects.toMatchObject({
			code: 'ENETUNREACH',
		});
	});
});
