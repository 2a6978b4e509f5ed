import { createSandbox, type Sandbox } from '../../sandbox';
import type { ConnectionReport } from '../../sandbox/company/types';
import { call, pages, rows } from './caller';

const HOUR = 3_600_000;

let clock: number;
let sandbox: Sandbox;

beforeEach(() => {
	clock = Date.parse('2026-11-20T15:00:00Z');
	sandbox = createSandbox({ company: 'empty', now: () => clock, pageSize: 10 });
});

async function list(query = ''): Promise<ConnectionReport[]> {
	return rows<ConnectionReport>(await call(sandbox, `/reports/connections?${query}`), 'records');
}

async function idsOf(query: string): Promise<string[]> {
	return (await list(query)).map(({ id }) => id);
}

describe('the list of connection reports', () => {
	it('comes by end, newest first, in pages that skip the row of their offset', async () => {
		sandbox.addReports(25, { from: clock - 50 * HOUR, to: clock - HOUR });
		const first = await call(sandbox, '/reports/connections');
		expect(first.body).toMatchObject({ records_remaining: 15 });
		const found = await pages<ConnectionReport>(
			sandbox,
			'/reports/connections',
			'records',
			'offset_id',
		);
		expect(found.map((page) => page.length)).toEqual([10, 10, 5]);
		expect(new Set(found.flat().map(({ id }) => id)).size).toBe(25);
		const ends = found.flat().map(({ end_date }) => end_date);
		expect(ends).toEqual([...ends].sort().reverse());
		const last = await call(
			sandbox,
			`/reports/connections?offset_id=${found[1]?.at(-1)?.id.toLowerCase()}`,
		);
		expect(Object.keys(last.body)).toEqual(['records']);
	});

	it('stays whole when reports arrive above the page being read, equal ends included', async () => {
		const end_date = '2026-11-20T12:00:00Z';
		for (let index = 0; index < 25; index++) sandbox.addReport({ end_date });
		const before = new Set(sandbox.company.connectionReports.map(({ id }) => id));
		const first = await call(sandbox, '/reports/connections');
		sandbox.addReport();
		let seen = rows<ConnectionReport>(first, 'records');
		let offset = first.body.next_offset;
		while (offset !== undefined) {
			const page = await call(sandbox, `/reports/connections?offset_id=${String(offset)}`);
			seen = [...seen, ...rows<ConnectionReport>(page, 'records')];
			offset = page.body.next_offset;
		}
		expect(new Set(seen.map(({ id }) => id))).toEqual(before);
		expect(seen).toHaveLength(25);
	});

	it('shows a report only once it is published, at the place of its end', async () => {
		const early = sandbox.addReport({ end_date: '2026-11-20T10:00:00Z' });
		const late = sandbox.addReport({
			end_date: '2026-11-20T09:00:00Z',
			publishedAt: clock + 20 * HOUR,
		});
		const oldest = sandbox.addReport({ end_date: '2026-11-20T08:00:00Z' });
		expect(await idsOf('')).toEqual([early.id, oldest.id]);
		expect((await call(sandbox, `/reports/connections/${late.id}`)).status).toBe(400);
		expect((await call(sandbox, `/reports/connections?offset_id=${late.id}`)).status).toBe(400);
		clock += 20 * HOUR;
		expect(await idsOf('')).toEqual([early.id, late.id, oldest.id]);
	});

	it('lists a running connection without an end, first, and moves it when it ends', async () => {
		const ended = sandbox.addReport({ end_date: '2026-11-20T14:00:00Z' });
		const running = sandbox.addReport({ start_date: '2026-11-20T13:00:00Z', end_date: undefined });
		const [first] = await list();
		expect(first?.id).toBe(running.id);
		expect(first).not.toHaveProperty('end_date');
		sandbox.changeReport(running.id, { end_date: '2026-11-20T13:30:00Z' });
		expect(await idsOf('')).toEqual([ended.id, running.id]);
	});

	it('takes from_date as the earliest start, to_date as the end or as the start', async () => {
		const inside = { start_date: '2026-11-10T10:00:00Z', end_date: '2026-11-10T11:00:00Z' };
		const across = { start_date: '2026-11-10T23:00:00Z', end_date: '2026-11-11T01:00:00Z' };
		const before = { start_date: '2026-11-09T23:00:00Z', end_date: '2026-11-10T01:00:00Z' };
		for (const reading of ['end', 'start'] as const) {
			sandbox = createSandbox({ company: 'empty', now: () => clock, toDateMeans: reading });
			const a = sandbox.addReport(inside).id;
			const b = sandbox.addReport(across).id;
			const c = sandbox.addReport(before).id;
			expect(await idsOf('from_date=2026-11-10')).toEqual([b, a]);
			expect(await idsOf('from_date=2026-11-10T10:00:00Z')).toEqual([b, a]);
			expect(await idsOf('from_date=2026-11-10T10:00:01Z')).toEqual([b]);
			const day = await idsOf('from_date=2026-11-10&to_date=2026-11-11');
			expect(day).toEqual(reading === 'end' ? [a] : [b, a]);
			const upTo = await idsOf('to_date=2026-11-10T11:00:00Z');
			expect(upTo).toEqual(reading === 'end' ? [c] : [a, c]);
		}
	});

	it('filters by everything the facts name', async () => {
		const plain = sandbox.addReport({ session_code: undefined, support_session_type: 1 });
		const coded = sandbox.addReport({
			session_code: 's119-457-589',
			support_session_type: 2,
			username: 'Somebody Else',
			userid: 'u42',
			deviceid: '123456789',
			groupid: undefined,
			devicename: 'KIOSK 7',
		});
		for (const query of [
			'has_code=true',
			'session_code=s119457589',
			'session_code=s119-457-589',
			'support_session_type=2',
			'username=Somebody%20Else',
			'userid=u42',
			'deviceid=123456789',
			'devicename=KIOSK%207',
			'groupid=0',
		]) {
			expect([query, await idsOf(query)]).toEqual([query, [coded.id]]);
		}
		expect(await idsOf('has_code=false')).toEqual([plain.id]);
		expect(await idsOf(`groupid=${plain.groupid}`)).toEqual([plain.id]);
	});

	it('takes unnamed_device for the reports whose device has no name', async () => {
		const unnamed = sandbox.addReport({ devicename: undefined });
		sandbox.addReport({ devicename: 'KIOSK 7' });
		expect(await idsOf('devicename=unnamed_device')).toEqual([unnamed.id]);
	});

	it.each([
		['limit=5', "Unknown parameter 'limit'"],
		['state=open', "Unknown parameter 'state'"],
		['offset_id=1', "'offset_id'"],
		['offset_id=00000000-0000-0000-0000-000000000000', "'offset_id'"],
		['from_date=2026-11-10T00:00:00.000Z', "'from_date'"],
		['to_date=yesterday', "'to_date'"],
		['groupid=7', "'groupid'"],
		['userid=7', "'userid'"],
		['has_code=1', "'has_code'"],
		['support_session_type=4', "'support_session_type'"],
	])('refuses ?%s and names what is wrong', async (query, text) => {
		const answer = await call(sandbox, `/reports/connections?${query}`);
		expect(answer.status).toBe(400);
		expect(answer.body.error_description).toContain(text);
	});

	it('keeps device names from company tokens and bodies from GET', async () => {
		const token = sandbox.credentials.companyToken;
		const named = await call(sandbox, '/reports/connections?devicename=X', { token });
		expect(named.status).toBe(400);
		for (let made = 0; made < 12; made++) sandbox.addReport({ devicename: 'KIOSK 7' });
		const mine = await call(sandbox, '/reports/connections');
		const ofCompany = await call(sandbox, '/reports/connections', { token });
		expect(ofCompany.body).toEqual({
			...mine.body,
			records: rows<ConnectionReport>(mine, 'records').map((report) => {
				const { devicename, ...rest } = report;
				expect(devicename).toBe('KIOSK 7');
				return rest;
			}),
		});
		const [first] = rows<ConnectionReport>(ofCompany, 'records');
		const one = await call(sandbox, `/reports/connections/${first?.id}`, { token });
		expect(one.body).toEqual(first);
		const withBody = await call(sandbox, '/reports/connections', {
			headers: { 'Content-Length': '2' },
		});
		expect(withBody.status).toBe(400);
	});

	it('gives a month of 100,000 reports in full and in order', async () => {
		sandbox = createSandbox({ company: 'empty', now: () => clock });
		sandbox.addReports(100_000, { from: clock - 30 * 24 * HOUR, to: clock });
		const found = await pages<ConnectionReport>(
			sandbox,
			'/reports/connections',
			'records',
			'offset_id',
		);
		expect(found).toHaveLength(100);
		expect(new Set(found.flat().map(({ id }) => id)).size).toBe(100_000);
	}, 60_000);
});

describe('one connection report', () => {
	it('is found by its id in either case and changed in notes and billing only', async () => {
		const { id } = sandbox.addReport();
		const path = `/reports/connections/${id.toLowerCase()}`;
		const change = { notes: 'Neue Notiz ✅', billing_state: 'Billed' };
		const put = await call(sandbox, path, { method: 'PUT', body: change });
		expect([put.status, put.body]).toEqual([204, {}]);
		expect((await call(sandbox, path)).body).toMatchObject({ id, ...change });
		expect((await list())[0]).toMatchObject(change);
		for (const body of [{}, { fee: 1 }, { billing_state: 'billed' }]) {
			expect((await call(sandbox, path, { method: 'PUT', body })).status).toBe(400);
		}
	});

	it('can be deleted once', async () => {
		const { id } = sandbox.addReport();
		const path = `/reports/connections/${id}`;
		expect((await call(sandbox, path, { method: 'DELETE' })).status).toBe(204);
		expect((await call(sandbox, path, { method: 'DELETE' })).status).toBe(400);
		expect(await list()).toEqual([]);
	});

	it('leaves out what a connection without a code has not', async () => {
		const report = sandbox.addReport({ session_code: undefined });
		for (const name of ['session_code', 'session_note', 'custom_api', 'assigned_userid']) {
			expect(report).not.toHaveProperty(name);
		}
		const texts = JSON.stringify(report);
		expect(texts).not.toContain('null');
		expect(report.end_date).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
	});
});

describe('what was recorded of a connection', () => {
	it('comes as summaries, transcripts and pictures', async () => {
		const { id } = sandbox.addReport();
		const recording = sandbox.addRecording(id);
		const base = `/reports/connections/${id}`;
		expect((await call(sandbox, `${base}/ai-summary`)).body).toEqual(recording.aiSummary);
		expect((await call(sandbox, `${base}/augmented-session-summary`)).body).toEqual(
			recording.augmentedSummary,
		);
		expect((await call(sandbox, `${base}/chat-transcript`)).body).toEqual(recording.chat);
		expect((await call(sandbox, `${base}/voice-transcript`)).body).toEqual(recording.voice);
		expect((await call(sandbox, `${base}/screenshots`)).body).toEqual(recording.screenshots);
		const picture = await sandbox.fetch(
			new Request(
				`https://webapi.teamviewer.com/api/v1${base}/${recording.screenshots?.[0]?.screenshotId}/screenshot`,
				{ headers: { Authorization: `Bearer ${sandbox.credentials.userToken}` } },
			),
		);
		expect(picture.headers.get('Content-Type')).toBe('image/png');
		const bytes = new Uint8Array(await picture.arrayBuffer());
		expect([...bytes.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
	});

	it('is an empty list, or a 404 in the newer body, where there is nothing', async () => {
		const { id } = sandbox.addReport();
		const base = `/reports/connections/${id}`;
		expect((await call(sandbox, `${base}/screenshots`)).body).toEqual([]);
		expect((await call(sandbox, `${base}/chat-transcript`)).body).toEqual([]);
		expect(await call(sandbox, `${base}/ai-summary`)).toMatchObject({
			status: 404,
			body: { IsSuccess: false, Error: { Message: expect.any(String) as string } },
		});
	});
});
