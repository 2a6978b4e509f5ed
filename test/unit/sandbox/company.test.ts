import { createSandbox, type CompanySize } from '../../sandbox';
import { call } from './caller';

const NOW = Date.parse('2026-11-20T15:00:00Z');
const DAY = 86_400_000;

function everything(seed: number, company: CompanySize = 'full') {
	const sandbox = createSandbox({ seed, company, now: () => NOW });
	const { company: data, credentials } = sandbox;
	return JSON.stringify({
		account: data.account,
		users: data.users,
		groups: data.groups,
		devices: data.devices,
		contacts: data.contacts,
		invitations: data.invitations,
		managedDevices: data.managedDevices,
		sessions: data.sessions,
		reports: data.connectionReports,
		deviceReports: data.deviceReports,
		auditEvents: data.auditEvents,
		recordings: [...data.recordings],
		credentials,
		tokens: sandbox.issueTokens(),
		report: sandbox.addReport(),
		session: sandbox.addSession(),
	});
}

describe('the company in the sandbox', () => {
	it('is the same, byte for byte, for the same seed and clock, and another for another', () => {
		expect(everything(7)).toBe(everything(7));
		expect(everything(7, 'small')).toBe(everything(7, 'small'));
		expect(everything(7, 'small')).not.toBe(everything(8, 'small'));
	});

	it('is believable in size', () => {
		const { company } = createSandbox({ now: () => NOW });
		expect(company.users).toHaveLength(12);
		expect(company.groups).toHaveLength(15);
		expect(company.devices).toHaveLength(120);
		expect(company.connectionReports.length).toBeGreaterThan(2800);
		expect(company.connectionReports.length).toBeLessThan(3800);
		const open = company.sessions.filter(({ state }) => state === 'Open');
		expect(open).toHaveLength(25);
		expect(company.sessions.length).toBeGreaterThan(25);
		expect(open.some(({ online }) => online)).toBe(true);
	});

	it('lies in the past, and its open sessions are still valid', () => {
		const { company } = createSandbox({ now: () => NOW });
		for (const report of company.connectionReports) {
			expect(Date.parse(report.end_date ?? '')).toBeLessThanOrEqual(NOW);
			expect(Date.parse(report.start_date ?? '')).toBeLessThan(Date.parse(report.end_date ?? ''));
		}
		const oldest = Date.parse(company.connectionReports.at(-1)?.end_date ?? '');
		expect(NOW - oldest).toBeGreaterThan(170 * DAY);
		for (const session of company.sessions.filter(({ state }) => state === 'Open')) {
			expect(Date.parse(session.valid_until ?? '')).toBeGreaterThan(NOW);
		}
	});

	it('refers to itself only: users, groups and devices of reports exist', () => {
		const { company } = createSandbox({ now: () => NOW });
		const users = new Set(company.users.map(({ id }) => id));
		const groups = new Map(company.groups.map(({ id, name }) => [id, name]));
		const devices = new Set(company.devices.map(({ teamviewer_id }) => String(teamviewer_id)));
		for (const report of company.connectionReports) {
			expect(users.has(report.userid ?? '')).toBe(true);
			expect(devices.has(report.deviceid ?? '')).toBe(true);
			if (report.groupid !== undefined) expect(groups.get(report.groupid)).toBe(report.groupname);
		}
	});

	it('writes to nobody outside example.com', () => {
		const addresses = everything(1).match(/[\w.-]+@[\w.-]+/g) ?? [];
		expect(addresses.length).toBeGreaterThan(100);
		expect(addresses.filter((address) => !address.endsWith('@example.com'))).toEqual([]);
	});

	it('holds texts as people write them: umlauts, line breaks, emoji', () => {
		const texts = everything(1);
		for (const kind of [/[äöüß]/, /\\n/, /\p{Extended_Pictographic}/u, /TICKET-\d{4}/]) {
			expect(texts).toMatch(kind);
		}
	});

	it('starts without any history when empty, and still answers', async () => {
		const sandbox = createSandbox({ company: 'empty' });
		expect((await call(sandbox, '/sessions')).body).toEqual({ sessions: [] });
		expect((await call(sandbox, '/reports/connections')).body).toEqual({ records: [] });
		expect((await call(sandbox, '/account')).body).toMatchObject({ name: 'Mira Osterkamp' });
	});
});
