/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a client that names TeamViewer's host in its headers */
import { request } from 'node:http';
import { createSandbox, type Sandbox } from '../../sandbox';
import { serveSandbox, type SandboxServer } from '../../sandbox/server';

let sandbox: Sandbox;
let server: SandboxServer;

beforeEach(async () => {
	sandbox = createSandbox({ company: 'small' });
	server = await serveSandbox(sandbox);
});
afterEach(async () => await server.close());

/** What an intercepting proxy sends: the path on the loopback server, TeamViewer's name as host. */
async function forward(path: string, headers: Record<string, string>) {
	return await new Promise<{ status?: number; body: Buffer }>((resolve, reject) => {
		const outgoing = request(`${server.url}${path}`, { headers }, (incoming) => {
			const chunks: Buffer[] = [];
			incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
			incoming.on('end', () =>
				resolve({ status: incoming.statusCode, body: Buffer.concat(chunks) }),
			);
		});
		outgoing.on('error', reject);
		outgoing.end();
	});
}

async function order(path: string, body: unknown = {}, method = 'POST'): Promise<Response> {
	return await fetch(`${server.url}${path}`, { method, body: JSON.stringify(body) });
}

describe('the sandbox on loopback', () => {
	it("is TeamViewer for who names TeamViewer's host, bytes of pictures included", async () => {
		const Authorization = `Bearer ${sandbox.credentials.scriptToken}`;
		const byHost = await forward('/api/v1/account', {
			Host: 'webapi.teamviewer.com',
			Authorization,
		});
		expect(JSON.parse(byHost.body.toString())).toMatchObject({ name: 'Mira Osterkamp' });
		const { id } = sandbox.addReport();
		const { screenshots = [] } = sandbox.addRecording(id);
		const picture = await forward(
			`/api/v1/reports/connections/${id}/${screenshots[0]?.screenshotId}/screenshot`,
			{ 'X-Forwarded-Host': 'webapi.teamviewer.com', Authorization },
		);
		expect(picture.body.subarray(0, 4)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47]));
		expect(picture.body.subarray(-8, -4).toString()).toBe('IEND');
	});

	it('shows the consent page at the login host', async () => {
		const { clientId } = sandbox.credentials;
		const query = new URLSearchParams({
			response_type: 'code',
			client_id: clientId,
			redirect_uri: 'http://localhost:5678/rest/oauth2-credential/callback',
			display: 'popup',
		});
		const page = await forward(`/oauth2/authorize?${query}`, { Host: 'login.teamviewer.com' });
		expect(page.body.toString()).toContain('TeamViewer sandbox');
	});

	it('resets the connection for a dropped answer', async () => {
		sandbox.faults.add({ drop: true });
		const headers = { Host: 'webapi.teamviewer.com' };
		await expect(forward('/api/v1/ping', headers)).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect((await forward('/api/v1/ping', headers)).status).toBe(200);
	});

	it("keeps its controls off TeamViewer's hosts", async () => {
		const there = await forward('/sandbox/requests', { Host: 'webapi.teamviewer.com' });
		expect(there.status).toBe(404);
		expect((await fetch(`${server.url}/api/v1/ping`)).status).toBe(404);
	});
});

describe('the controls', () => {
	it('let connections end, now or later, with what is said of them', async () => {
		const before = sandbox.company.reportShelf.published().length;
		const answer = await order('/sandbox/reports', { count: 2, fields: { notes: 'By curl' } });
		expect(answer.status).toBe(201);
		await order('/sandbox/reports', { publishedInSeconds: 3600 });
		const published = sandbox.company.reportShelf.published();
		expect(published).toHaveLength(before + 2);
		expect(published[0]?.record.notes).toBe('By curl');
	});

	it('open, change and close sessions', async () => {
		const opened = (await (await order('/sandbox/sessions', { online: true })).json()) as {
			code: string;
		};
		expect(sandbox.company.sessionShelf.find(opened.code)).toMatchObject({ online: true });
		await order('/sandbox/sessions', {
			code: opened.code,
			state: 'Closed',
			fields: { description: 'Done' },
		});
		expect(sandbox.company.sessionShelf.find(opened.code)).toMatchObject({
			state: 'Closed',
			description: 'Done',
		});
		expect((await order('/sandbox/sessions', { code: 's000-000-000' })).status).toBe(400);
	});

	it('make faults, expire tokens, and show what was asked', async () => {
		const headers = {
			Host: 'webapi.teamviewer.com',
			Authorization: `Bearer ${sandbox.credentials.userToken}`,
		};
		await order('/sandbox/faults', { path: '/account$', status: 503 });
		expect((await forward('/api/v1/account', headers)).status).toBe(503);
		await order('/sandbox/faults', { rateLimit: '403' });
		expect((await forward('/api/v1/account', headers)).status).toBe(403);
		await order('/sandbox/faults', { status: 500, times: 9 });
		await order('/sandbox/faults', {}, 'DELETE');
		await order('/sandbox/tokens/expire');
		expect((await forward('/api/v1/account', headers)).status).toBe(401);
		const log = (await (await fetch(`${server.url}/sandbox/requests`)).json()) as unknown[];
		expect(log).toMatchObject([{ status: 503 }, { status: 403 }, { status: 401 }]);
		expect((await order('/sandbox/faults', { tomorrow: true })).status).toBe(400);
	});

	it('are buttons on a page, too', async () => {
		const page = await (await fetch(`${server.url}/`)).text();
		const actions = [...page.matchAll(/action="([^"]+)"/g)].map((match) => match[1] ?? '');
		expect(actions).toContain('/buttons/end-connection');
		const reports = sandbox.company.reportShelf.published().length;
		const online = () => sandbox.company.sessions.filter((session) => session.online).length;
		const waiting = online();
		for (const action of ['/buttons/end-connection', '/buttons/customer-online']) {
			expect((await order(action)).status).toBe(200);
		}
		expect(sandbox.company.reportShelf.published()).toHaveLength(reports + 1);
		expect(online()).toBe(waiting + 1);
		for (const action of actions) expect((await order(action)).status).toBe(200);
	});

	it('say what a click did, and look for news by themselves', async () => {
		const press = async (name: string) => await (await order(`/buttons/${name}`)).text();
		const offline = await press('device-offline');
		const device = sandbox.company.managedDevices.find(({ isOnline }) => !isOnline);
		expect(offline).toContain(`${device?.name} is offline.`);
		expect(offline).toContain('http-equiv="refresh"');
		expect(await press('ticket-report')).toContain('TICKET-1042');
		expect(sandbox.company.reportShelf.published()[0]?.record).toMatchObject({
			custom_api: 'TICKET-1042',
			session_code: expect.any(String) as string,
			billing_state: 'Bill',
		});
		const before = new Set(sandbox.company.connectionReports);
		await press('night-report');
		// By day and by night: what another connection did at that hour is not to be taken for it.
		const night = sandbox.company.connectionReports.find((report) => !before.has(report));
		expect(night?.devicename).toBeDefined();
		expect(new Date(night?.start_date ?? '').getHours()).toBe(1);
		expect(Date.now() - Date.parse(night?.end_date ?? '')).toBeLessThan(24 * 3_600_000);
		expect(await press('audit-event')).toContain('The event log has a new entry');
		expect((await order('/buttons/unknown')).status).toBe(400);
	});

	it('give a revoked grant back when all trouble is cleared, its refresh token too', async () => {
		const Host = 'webapi.teamviewer.com';
		const page = await (await fetch(`${server.url}/`)).text();
		expect(page).toMatch(/Revoke the grant: the examples stop until cleared/);
		const { access_token, refresh_token } = sandbox.issueTokens();
		const status = async () =>
			(await forward('/api/v1/account', { Host, Authorization: `Bearer ${access_token}` })).status;
		await order('/buttons/revoke-grant');
		expect(await status()).toBe(401);
		await order('/buttons/fair-weather');
		expect(await status()).toBe(200);
		const { clientId: client_id, clientSecret: client_secret } = sandbox.credentials;
		const refreshed = await sandbox.fetch(
			new Request('https://webapi.teamviewer.com/api/v1/oauth2/token', {
				method: 'POST',
				body: new URLSearchParams({
					grant_type: 'refresh_token',
					...{ refresh_token, client_id, client_secret },
				}),
			}),
		);
		expect(refreshed.status).toBe(200);
	});

	it('revoke the grant but no script token, and use the quota up', async () => {
		const Host = 'webapi.teamviewer.com';
		const status = async (token: string) =>
			(await forward('/api/v1/account', { Host, Authorization: `Bearer ${token}` })).status;
		const { access_token } = sandbox.issueTokens();
		await order('/buttons/revoke-grant');
		expect(await status(access_token)).toBe(401);
		expect(await status(sandbox.credentials.scriptToken)).toBe(200);
		await order('/buttons/use-up-quota');
		expect(await status(sandbox.credentials.scriptToken)).toBe(403);
		await order('/buttons/fair-weather');
		expect(await status(sandbox.credentials.scriptToken)).toBe(200);
	});

	it('take the same as JSON, all of it on one page', async () => {
		const headers = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
		const page = await (await fetch(`${server.url}/sandbox`, { headers })).text();
		for (const path of ['/sandbox/alarms', '/sandbox/audit-events', '/sandbox/quota']) {
			expect(page).toContain(path);
		}
		expect(page).toContain(`${server.url}/sandbox/reports</code>`);
		const json = async (path: string, body: unknown) =>
			(await (await order(path, body)).json()) as Record<string, unknown>;
		const device = await json('/sandbox/managed-devices', { fields: { name: 'Till 4' } });
		await order('/sandbox/managed-devices', { id: device.id, online: false });
		const [first] = sandbox.company.managedDevices;
		const spoken = String(first?.teamviewerId).replace(/(\d{3})(?=\d)/g, '$1 ');
		for (const online of [true, false]) {
			await order('/sandbox/managed-devices', { id: spoken, online });
			expect(first?.isOnline).toBe(online);
		}
		expect(sandbox.company.managedDevices.at(-1)).toMatchObject({
			name: 'Till 4',
			isOnline: false,
		});
		const alarm = await json('/sandbox/alarms', {});
		await order('/sandbox/alarms', { id: alarm.AlarmId, settle: 'resolved' });
		expect(sandbox.company.alarms[0]).toMatchObject({ AlarmId: alarm.AlarmId, Status: 1 });
		await order('/sandbox/audit-events', { fields: { AffectedItem: 'By curl' } });
		expect(sandbox.company.auditEvents[0]?.AffectedItem).toBe('By curl');
		await order('/sandbox/quota', { licence: 'business', useUp: 'GET /account' });
		const quota = (await (await fetch(`${server.url}/sandbox/quota`)).json()) as object;
		expect(quota).toMatchObject({ licence: 'business' });
		expect((await order('/sandbox/users', { fields: { name: 'Mara Lind' } })).status).toBe(201);
		expect(sandbox.company.users.at(-1)?.name).toBe('Mara Lind');
	});

	it('list the calls as JSON to curl, whose every address can be called as it stands', async () => {
		const answer = await fetch(`${server.url}/sandbox`, { headers: { Accept: '*/*' } });
		expect(answer.headers.get('Content-Type')).toBe('application/json');
		const { calls } = (await answer.json()) as {
			calls: Array<{ method: string; url: string; body?: unknown }>;
		};
		expect(calls.length).toBeGreaterThan(15);
		const reads = calls.filter(({ method }) => method === 'GET');
		expect(reads.map(({ url }) => url)).toContain(`${server.url}/sandbox/requests`);
		for (const { url } of reads) expect((await fetch(url)).status).toBe(200);
		const report = calls.find(({ url }) => url.endsWith('/sandbox/reports'));
		const made = await fetch(report?.url ?? '', {
			method: report?.method,
			body: JSON.stringify(report?.body),
		});
		expect(made.status).toBe(201);
	});
});
