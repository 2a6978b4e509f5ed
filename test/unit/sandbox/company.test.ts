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
		userGroups: data.userGroups,
		roles: data.roles,
		policies: data.policies,
		ssoDomains: data.ssoDomains,
		licences: data.licences,
		alarms: data.alarms,
		monitored: data.monitored,
		estate: [data.estate.records, data.estate.groups],
		recordings: [...data.recordings],
		credentials,
		tokens: sandbox.issueTokens(),
		report: sandbox.addReport(),
		session: sandbox.addSession(),
		user: sandbox.addUser(),
		alarm: sandbox.addAlarm(),
		event: sandbox.addAuditEvent(),
		managedDevice: sandbox.addManagedDevice(),
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

	it('lies in the past but for one running connection, and nearly all open sessions are valid', () => {
		const { company } = createSandbox({ now: () => NOW });
		const ended = company.connectionReports.filter(({ end_date }) => end_date !== undefined);
		expect(company.connectionReports.length - ended.length).toBe(1);
		for (const report of ended) {
			expect(Date.parse(report.end_date ?? '')).toBeLessThanOrEqual(NOW);
			expect(Date.parse(report.start_date ?? '')).toBeLessThan(Date.parse(report.end_date ?? ''));
		}
		const oldest = Date.parse(company.connectionReports.at(-1)?.end_date ?? '');
		expect(NOW - oldest).toBeGreaterThan(170 * DAY);
		// TeamViewer goes on listing as open what is past its validity.
		const open = company.sessions.filter(({ state }) => state === 'Open');
		const expired = open.filter(({ valid_until }) => Date.parse(valid_until ?? '') <= NOW);
		expect([open.length, expired.length]).toEqual([25, 2]);
		expect(expired.some(({ online }) => online)).toBe(false);
	});

	it('has the oddities of live reports: ids in lower case, empty ratings and notes, no currency', () => {
		const { connectionReports } = createSandbox({ now: () => NOW }).company;
		expect(connectionReports.every(({ id }) => id === id.toLowerCase())).toBe(true);
		expect(connectionReports.some(({ notes }) => notes === '')).toBe(true);
		expect(connectionReports.some(({ currency }) => currency === 'None')).toBe(true);
		expect(
			connectionReports.some(({ feedback }) => feedback && Object.keys(feedback).length === 0),
		).toBe(true);
	});

	it('holds together: who connects, what stands where, what is billed, when it was', () => {
		const { company } = createSandbox({ now: () => NOW });
		const former = company.users.filter(({ active }) => !active).map(({ id }) => id);
		expect(former).toHaveLength(1);
		const people = company.connectionReports.flatMap((report) => [
			...[report.userid, report.assigned_userid],
		]);
		expect(people.filter((id) => former.includes(id ?? ''))).toEqual([]);
		const servers = company.groups.find(({ name }) => name === 'Servers')?.id;
		for (const { alias, groupid } of company.devices) {
			expect(/-(SRV|NAS)/.test(alias ?? '')).toBe(groupid === servers);
		}
		const rack = company.estate.groups.find(({ name }) => name === 'Servers')?.id ?? '';
		const inRack = company.estate.inGroup(rack).map(({ device }) => device.name ?? '');
		expect(inRack).not.toEqual([]);
		expect(inRack.filter((name) => !/-(SRV|NAS)/.test(name))).toEqual([]);
		const goodwill = company.connectionReports.filter(({ notes }) => notes?.includes('goodwill'));
		expect(new Set(goodwill.map(({ billing_state }) => billing_state))).toEqual(
			new Set(['DoNotBill']),
		);
		const hours = company.connectionReports.map(({ end_date }) =>
			new Date(end_date ?? '').getUTCHours(),
		);
		const atNight = hours.filter((hour) => hour < 6).length;
		expect(atNight).toBeGreaterThan(10);
		expect(atNight).toBeLessThan(hours.length / 50);
	});

	it('lets a note agree with the billing, whatever a report is said to be', () => {
		const sandbox = createSandbox({ company: 'small', now: () => NOW });
		const told = (['Bill', 'DoNotBill'] as const).flatMap((billing_state) =>
			Array.from({ length: 60 }, () => sandbox.addReport({ billing_state })),
		);
		const goodwill = told.filter(({ notes }) => notes?.includes('goodwill'));
		expect(goodwill).not.toEqual([]);
		expect(goodwill.filter(({ billing_state }) => billing_state === 'Bill')).toEqual([]);
		for (const { billing_state, fee } of told) {
			expect(fee === undefined).toBe(billing_state === 'DoNotBill');
		}
	});

	it('has cases of the three open tickets among the newest, still to be billed', () => {
		const { company } = createSandbox({ now: () => NOW });
		const withCode = company.connectionReports.filter(({ session_code }) => session_code);
		const open = withCode.filter(({ billing_state }) => billing_state === 'Bill').slice(0, 3);
		expect(open.map(({ custom_api }) => custom_api)).toEqual([
			'TICKET-1042',
			'TICKET-1043',
			'TICKET-1044',
		]);
	});

	it('has no deed in its event log of somebody who had left', () => {
		const { company } = createSandbox({ now: () => NOW });
		const former = company.users.filter(({ active }) => !active).map(({ email }) => email);
		expect(company.auditEvents.length).toBeGreaterThan(300);
		expect(company.auditEvents.filter(({ AuthorEmail }) => former.includes(AuthorEmail))).toEqual(
			[],
		);
	});

	it('is organised: teams, roles, device groups, policies, licences, alarms', () => {
		const { company } = createSandbox({ now: () => NOW });
		const counts = {
			userGroups: company.userGroups.length,
			roles: company.roles.roles.length,
			deviceGroups: company.estate.groups.length,
			policies: company.policies.length,
			ssoDomains: company.ssoDomains.length,
			licences: company.licences.length,
			alarms: company.alarms.length,
			monitored: company.monitored.length,
		};
		expect(counts).toEqual({
			userGroups: 3,
			roles: 4,
			deviceGroups: 6,
			policies: 3,
			ssoDomains: 1,
			licences: 2,
			alarms: 25,
			monitored: 12,
		});
		expect(company.estate.records.some(({ pending }) => pending.size > 0)).toBe(true);
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
