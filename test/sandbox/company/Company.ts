import { DAY, HOUR, MINUTE, SECOND, writeDate } from '../dates';
import { Random } from '../random';
import { pastAlarms, writeAlarm, type Alarm } from './alarms';
import { AuditTrail } from './AuditTrail';
import { writePastEvents } from './pastEvents';
import type { DeviceGroup, Estate } from './estate/Estate';
import { EVERYTHING_ON_A_DEVICE, EVERYTHING_ON_A_GROUP, foundEstate } from './estate/foundEstate';
import type { Manager, ManagerPermission } from './estate/managers';
import { pastConnections } from './history';
import { accountNumber, guid, prefixedId, teamViewerId } from './ids';
import { takeInventory, type Monitored } from './inventory';
import { buyLicences, type Licence } from './licences';
import { ACQUAINTANCES, emailOf, NEWCOMERS, TICKETS } from './names';
import { caseDetails, openSession } from './openSession';
import { hire, type Headcount, type People } from './people';
import { writePolicies, type Policy } from './policies';
import { record } from './recordings';
import { ReportShelf } from './ReportShelf';
import { writeRoles, type RoleBook } from './RoleBook';
import { SessionShelf } from './SessionShelf';
import { registerSsoDomains, type SsoDomain } from './ssoDomains';
import { seenBy, type StoredGroup } from './storedGroup';
import type {
	Account,
	AuditEvent,
	ConnectionReport,
	Contact,
	Device,
	DeviceReport,
	Group,
	Invitation,
	ManagedDevice,
	Recording,
	Session,
	User,
} from './types';
import { formUserGroups, type UserGroup } from './userGroups';
import { writeDeviceReport, writeReport } from './writeReport';

/** How much data a sandbox starts with. */
export type CompanySize = 'empty' | 'small' | 'full';

/** People and devices are there even in an `empty` company: a token needs an owner, a report a device. */
const HEADCOUNT: Record<CompanySize, Headcount> = {
	empty: { users: 1, groups: 1, devices: 1, contacts: 0, invitations: 0, managedDevices: 0 },
	small: { users: 3, groups: 3, devices: 6, contacts: 4, invitations: 1, managedDevices: 3 },
	full: { users: 12, groups: 15, devices: 120, contacts: 20, invitations: 3, managedDevices: 45 },
};

/** Alarms of the past, and devices that are monitored. */
const MONITORING: Record<CompanySize, { alarms: number; devices: number }> = {
	empty: { alarms: 0, devices: 0 },
	small: { alarms: 3, devices: 2 },
	full: { alarms: 25, devices: 12 },
};

/** Keeps what came later to the company from changing the history that a seed makes. */
const MANAGEMENT_SEED = 101;

/** When a report ended and when it shows; moments are `Date`s or milliseconds. */
export type NewReport<Report> = Partial<Report> & { publishedAt?: Date | number };

/** How many reports are spread over which ends, and what they have in common. */
export interface ReportSpread {
	/** Earliest and latest end. */
	from: Date | number;
	to: Date | number;
	/** When they are listed; from their end on where left out. */
	publishedAt?: Date | number;
	fields?: Partial<ConnectionReport>;
}

/** One company's data, in TeamViewer's own JSON, and what can happen to it. */
export class Company {
	private readonly people: People;
	private readonly random: Random;
	private readonly managementRandom: Random;
	/** The company itself, as `GET /company` shows it. */
	readonly profile: { companyId: number; companyName: string };
	readonly userGroups: UserGroup[];
	readonly roles: RoleBook;
	readonly policies: Policy[];
	readonly ssoDomains: SsoDomain[];
	readonly licences: Licence[];
	/** Newest first. */
	readonly alarms: Alarm[];
	/** Devices that are monitored; their patches are managed too. */
	readonly monitored: Monitored[];
	/** Managed devices, device groups and who manages them. */
	readonly estate: Estate;
	/** Addresses that wait for the confirmation mail, by user id. */
	readonly pendingEmails = new Map<string, string>();
	/** People outside who have a TeamViewer account and may become contacts. */
	readonly acquaintances: Array<Pick<User, 'id' | 'name' | 'email'>>;
	/** Connection passwords that were set through the API, by device id. */
	readonly devicePasswords = new Map<string, string>();
	/** The last password that was set for an account, by user id. */
	readonly accountPasswords = new Map<string, string>();
	/** Text messages that sessions were sent by. */
	readonly textMessages: Array<{ code: string; number: string }> = [];
	/** Calls that would have deleted the company or all its users for good: a client must never make one. */
	readonly disasters: string[] = [];
	/** Outgoing connections, as `GET /reports/connections` lists them. */
	readonly reportShelf: ReportShelf<ConnectionReport>;
	/** Incoming connections, as `GET /reports/devices` lists them. */
	readonly deviceReportShelf: ReportShelf<DeviceReport>;
	readonly sessionShelf = new SessionShelf();
	readonly audit: AuditTrail;
	/** By upper-case report id. */
	readonly recordings = new Map<string, Recording>();

	constructor(
		seed: number,
		private readonly now: () => number,
		size: CompanySize,
	) {
		this.random = new Random(seed);
		this.people = hire(this.random, now(), HEADCOUNT[size]);
		this.reportShelf = new ReportShelf(now);
		this.deviceReportShelf = new ReportShelf(now);
		this.audit = new AuditTrail(now);
		const chance = new Random(seed + MANAGEMENT_SEED);
		this.managementRandom = chance;
		const { users, devices, groups, managedDevices, account } = this.people;
		this.profile = {
			companyId: chance.whole(1000, 99_999),
			companyName: account.company_name ?? '',
		};
		this.acquaintances = ACQUAINTANCES.map((name) => ({
			id: prefixedId(chance, 'u'),
			name,
			email: emailOf(name),
		}));
		this.userGroups = formUserGroups(chance, users);
		this.roles = writeRoles(chance, users, this.userGroups);
		this.policies = writePolicies(chance);
		this.ssoDomains = registerSsoDomains(chance, now(), users);
		this.licences = buyLicences(chance, users.length, managedDevices.length);
		this.monitored = devices
			.slice(0, MONITORING[size].devices)
			.map((device) =>
				takeInventory(
					chance,
					now(),
					device,
					groups.find(({ id }) => id === device.groupid)?.name ?? '',
				),
			);
		this.alarms = pastAlarms(
			chance,
			devices.slice(0, MONITORING[size].devices),
			now(),
			MONITORING[size].alarms,
			account.name ?? '',
		);
		this.estate = foundEstate(chance, now, {
			devices: managedDevices,
			users,
			userGroups: this.userGroups,
			policies: this.policies,
			companyId: this.profile.companyId,
		});
		if (size === 'small')
			this.writeHistory({ days: 7, perWorkday: 7, openSessions: 3, closedSessions: 2, events: 12 });
		if (size === 'full') {
			this.writeHistory({
				days: 182,
				perWorkday: 25,
				openSessions: 25,
				closedSessions: 15,
				events: 330,
			});
			this.connectNow();
			this.nameTickets();
		}
	}

	get account(): Account {
		return this.people.account;
	}
	get users(): User[] {
		return this.people.users;
	}
	/** Every group, whoever owns it. */
	get storedGroups(): StoredGroup[] {
		return this.people.groups;
	}
	/** The groups that the account sees, its own and those shared with it. */
	get groups(): Group[] {
		return this.groupsOf(this.account.userid ?? '');
	}
	/** The groups that a user sees. */
	groupsOf(userId: string): Group[] {
		return this.people.groups.flatMap((group) => seenBy(userId, group) ?? []);
	}
	get devices(): Device[] {
		return this.people.devices;
	}
	get contacts(): Contact[] {
		return this.people.contacts;
	}
	get invitations(): Invitation[] {
		return this.people.invitations;
	}
	get managedDevices(): ManagedDevice[] {
		return this.estate.records.map(({ device }) => device);
	}
	/** Newest first. */
	get auditEvents(): readonly AuditEvent[] {
		return this.audit.events;
	}
	/** Newest first, open and closed. */
	get sessions(): readonly Session[] {
		return this.sessionShelf.all();
	}
	/** Newest end first; those that are published later stand last. */
	get connectionReports(): ConnectionReport[] {
		return this.reportShelf.all();
	}
	/** Newest end first. */
	get deviceReports(): DeviceReport[] {
		return this.deviceReportShelf.all();
	}

	/** Lets a connection end now, or as `fields` say; `publishedAt` in the future makes its report appear late. */
	addReport({ publishedAt, ...fields }: NewReport<ConnectionReport> = {}): ConnectionReport {
		const report = writeReport(this.random, this.people, this.now(), fields);
		this.reportShelf.add([{ record: report, publishedAt: moment(publishedAt) ?? this.now() }]);
		return report;
	}

	/** Many reports, their ends spread evenly. */
	addReports(count: number, spread: ReportSpread): ConnectionReport[] {
		const from = moment(spread.from) ?? 0;
		const step = count > 1 ? ((moment(spread.to) ?? from) - from) / (count - 1) : 0;
		const publishedAt = moment(spread.publishedAt);
		const added = Array.from({ length: count }, (_, index) => {
			const end = from + Math.round(index * step);
			return {
				record: writeReport(this.random, this.people, end, spread.fields),
				publishedAt: publishedAt ?? end,
			};
		});
		this.reportShelf.add(added);
		return added.map(({ record: report }) => report);
	}

	addDeviceReport({ publishedAt, ...fields }: NewReport<DeviceReport> = {}): DeviceReport {
		const report = writeDeviceReport(this.random, this.people, this.now(), fields);
		this.deviceReportShelf.add([
			{ record: report, publishedAt: moment(publishedAt) ?? this.now() },
		]);
		return report;
	}

	/** Records the report's connection, all kinds, or just those of `recording`. */
	addRecording(reportId: string, recording?: Recording): Recording {
		const outgoing = this.reportShelf.find(reportId)?.record;
		const incoming = this.deviceReportShelf.find(reportId)?.record;
		if (outgoing === undefined && incoming === undefined) {
			throw new Error(`There is no report ${reportId}`);
		}
		const recorded =
			recording ??
			(outgoing === undefined
				? record(this.managementRandom, { ...incoming, deviceid: String(incoming?.targetid) })
				: record(this.random, outgoing));
		this.recordings.set(reportId.toUpperCase(), recorded);
		return recorded;
	}

	/** Opens a session as a supporter would; it is empty but for what `fields` say. */
	openSession(fields: Partial<Session> = {}): Session {
		const session = openSession(this.random, this.now(), fields, (code) =>
			this.sessionShelf.has(code),
		);
		this.sessionShelf.add(session);
		return session;
	}

	/** Opens a session with the details a helpdesk would fill in. */
	addSession(fields: Partial<Session> = {}): Session {
		const createdAt = Date.parse(fields.created_at ?? writeDate(this.now()));
		return this.openSession({ ...caseDetails(this.random, this.people, createdAt), ...fields });
	}

	/** Changes a session in place; a field given as undefined goes away. */
	changeSession(code: string, change: Partial<Session>): Session {
		const session = this.sessionShelf.find(code);
		if (session === undefined) throw new Error(`There is no session ${code}`);
		Object.assign(session, change);
		for (const key of Object.keys(change) as Array<keyof Session>) {
			if (change[key] === undefined) delete session[key];
		}
		return session;
	}

	/** Closing ends the customer's wait; opening again takes the closing date away. */
	setSessionState(code: string, state: 'Open' | 'Closed'): Session {
		if (this.sessionShelf.find(code)?.state === state) return this.changeSession(code, {});
		return this.changeSession(
			code,
			state === 'Closed'
				? { state, closed_at: writeDate(this.now()), online: false }
				: { state, closed_at: undefined },
		);
	}

	/** The user's group of that name, made when it is new, as a session with a fresh `groupname` does. */
	groupNamed(name: string, ownerId: string): StoredGroup {
		const existing = this.storedGroups.find(
			(group) => group.name === name && group.owner.userid === ownerId,
		);
		return existing ?? this.addGroup(name, ownerId);
	}

	addGroup(name: string, ownerId: string, policyId?: string): StoredGroup {
		const owner = this.users.find(({ id }) => id === ownerId);
		const group: StoredGroup = {
			id: prefixedId(this.random, 'g'),
			name,
			owner: { userid: ownerId, name: owner?.name ?? '' },
			shares: [],
			...(policyId === undefined ? {} : { policy_id: policyId }),
		};
		this.storedGroups.push(group);
		return group;
	}

	/** A group goes with all entries in it; what live does with those is not known. */
	removeGroup(group: StoredGroup): void {
		this.storedGroups.splice(this.storedGroups.indexOf(group), 1);
		keep(this.devices, ({ groupid }) => groupid !== group.id);
		keep(this.contacts, ({ groupid }) => groupid !== group.id);
		keep(this.invitations, ({ groupid }) => groupid !== group.id);
	}

	/** The TeamViewer account of this address, of a colleague or of somebody outside. */
	accountBehind(email: string): Pick<User, 'id' | 'name' | 'email'> | undefined {
		const wanted = email.toLowerCase();
		const known = [...this.users, ...this.acquaintances];
		return known.find((person) => person.email?.toLowerCase() === wanted);
	}

	/** One more entry of the event log; what it tells is drawn unless fields say so. */
	addAuditEvent(fields: Partial<AuditEvent> = {}): AuditEvent {
		const [drawn] = writePastEvents(this.managementRandom, this.people, this.now(), 1, 0);
		return this.audit.add({ ...drawn, ...fields });
	}

	/** A device that the account manages itself, in these device groups. */
	addManagedDevice(fields: Partial<ManagedDevice> = {}, groups: string[] = []): ManagedDevice {
		const { isOnline = true, ...rest } = fields;
		const device: ManagedDevice = {
			id: this.newGuid(),
			name: `NEW-${this.managementRandom.whole(100, 999)}`,
			teamviewerId: this.newTeamViewerId(),
			isOnline,
			...(isOnline ? {} : { last_seen: writeDate(this.now()) }),
			...rest,
		};
		this.estate.records.push({
			device,
			version: '15.71.4',
			description: null,
			policies: {},
			policyFrom: null,
			groups: new Set(groups),
			pending: new Map(),
			managers: [this.managerFor(this.account.userid ?? '', EVERYTHING_ON_A_DEVICE)],
		});
		return device;
	}

	/** A device group with its first manager; whoever makes one by the API gets just the two rights. */
	addDeviceGroup(
		name: string,
		userId: string,
		permissions: ManagerPermission[] = EVERYTHING_ON_A_GROUP,
	): DeviceGroup {
		const group: DeviceGroup = {
			id: this.newGuid(),
			name,
			policies: {},
			managers: [this.managerFor(userId, permissions)],
		};
		this.estate.groups.push(group);
		return group;
	}

	private managerFor(userId: string, permissions: ManagerPermission[]): Manager {
		return {
			id: this.newGuid(),
			type: 'account',
			accountId: accountNumber(userId),
			name: this.users.find(({ id }) => id === userId)?.name,
			permissions: [...permissions],
		};
	}

	/** A deleted policy is in force nowhere. */
	forgetPolicy(policyId: string): void {
		for (const group of this.storedGroups) {
			if (group.policy_id === policyId) delete group.policy_id;
		}
		for (const device of this.devices) {
			if (device.policy_id === policyId) delete device.policy_id;
		}
		for (const { policies } of [...this.estate.records, ...this.estate.groups]) {
			if (policies[1] === policyId) delete policies[1];
		}
	}

	/** A new user; fields given win. */
	addUser(fields: Partial<User> = {}): User {
		const chance = this.managementRandom;
		const name = fields.name ?? chance.pick(NEWCOMERS);
		const user: User = {
			id: this.newId('u'),
			name,
			email: emailOf(`${name} ${chance.text(3, 'abcdefghijklmnopqrstuvwxyz')}`),
			active: true,
			log_sessions: true,
			show_comment_window: false,
			tfa_enforcement: false,
			tfa_enabled: false,
			sso_status: 3,
			...fields,
		};
		this.users.push(user);
		return user;
	}

	/** A renamed user is called so wherever the name stands. */
	renameUser(user: User, name: string): void {
		user.name = name;
		if (user.id === this.account.userid) this.account.name = name;
		for (const { owner, shares } of this.storedGroups) {
			if (owner.userid === user.id) owner.name = name;
			for (const share of shares) if (share.userid === user.id) share.name = name;
		}
		for (const manager of this.estate.managersOf(accountNumber(user.id))) manager.name = name;
	}

	/** Takes a user out of the company and of everything it was in. */
	removeUser(user: User): void {
		const account = accountNumber(user.id);
		this.users.splice(this.users.indexOf(user), 1);
		this.roles.ofUser.delete(user.id);
		this.pendingEmails.delete(user.id);
		for (const group of this.userGroups) {
			group.members = group.members.filter((member) => member !== account);
		}
		for (const group of this.storedGroups) {
			group.shares = group.shares.filter(({ userid }) => userid !== user.id);
		}
		this.estate.forget(account);
	}

	/** As if every user had clicked the link in the confirmation mail. */
	confirmEmails(): void {
		for (const [userId, email] of this.pendingEmails) {
			const user = this.users.find(({ id }) => id === userId);
			if (user !== undefined) user.email = email;
			if (userId === this.account.userid) this.account.email = email;
		}
		this.pendingEmails.clear();
	}

	/** A device raises an alarm now; fields given win. */
	addAlarm(fields: Partial<Alarm> = {}): Alarm {
		const device = this.managementRandom.pick(this.devices);
		const alarm = {
			...writeAlarm(this.managementRandom, device, this.now(), 0, this.account.name ?? ''),
			...fields,
		};
		const later = this.alarms.findIndex(
			({ TimeFrame }) => TimeFrame.FoundAt <= alarm.TimeFrame.FoundAt,
		);
		this.alarms.splice(later === -1 ? this.alarms.length : later, 0, alarm);
		return alarm;
	}

	/** One supporter is connected just now: such a report is listed without an end. */
	private connectNow(): void {
		const now = this.now();
		const start_date = writeDate(now - 12 * MINUTE);
		const running = { start_date, end_date: undefined, session_code: undefined };
		this.reportShelf.add([
			{
				record: writeReport(this.managementRandom, this.people, now, running),
				publishedAt: now - 11 * MINUTE,
			},
		]);
	}

	/** The newest cases that are still to be billed are those of the tickets that the helpdesk has open. */
	private nameTickets(): void {
		const open = this.reportShelf
			.published()
			.filter(({ record: { session_code, billing_state } }) =>
				Boolean(session_code && billing_state === 'Bill'),
			);
		TICKETS.forEach((custom_api, index) => {
			const entry = open[index];
			if (entry !== undefined) entry.record.custom_api = custom_api;
		});
	}

	private writeHistory(size: {
		days: number;
		perWorkday: number;
		openSessions: number;
		closedSessions: number;
		events: number;
	}): void {
		const now = this.now();
		this.reportShelf.add(
			pastConnections(this.random, now, size.days, size.perWorkday).map(({ end, publishedAt }) => ({
				record: writeReport(this.random, this.people, end),
				publishedAt,
			})),
		);
		const withCode = this.reportShelf
			.published()
			.filter(({ record: { session_code } }) => session_code);
		for (const { record: report } of withCode.slice(0, Math.ceil(withCode.length / 20))) {
			this.addRecording(report.id);
		}
		this.deviceReportShelf.add(
			pastConnections(this.random, now, size.days, 9).map(({ end, publishedAt }) => ({
				record: writeDeviceReport(this.random, this.people, end),
				publishedAt,
			})),
		);
		const incoming = this.deviceReportShelf.published();
		for (const { record: report } of incoming.slice(0, Math.ceil(incoming.length / 40))) {
			this.addRecording(report.id ?? '');
		}
		for (let made = 0; made < size.closedSessions; made++) {
			const createdAt = now - this.random.whole(24 * 60, 240 * 60) * MINUTE;
			const session = this.addSession({ created_at: writeDate(createdAt) });
			const closedAt = createdAt + this.random.whole(10, 300) * MINUTE;
			this.changeSession(session.code, { state: 'Closed', closed_at: writeDate(closedAt) });
		}
		for (let made = 0; made < size.openSessions; made++) {
			// Every tenth one is past its validity: TeamViewer lists it as open all the same.
			const age = this.random.whole(1, (DAY - HOUR) / SECOND) * SECOND;
			const expired = made % 10 === 9;
			const createdAt = now - age - (expired ? DAY : 0);
			const session = this.addSession({ created_at: writeDate(createdAt) });
			session.online = this.random.chance(0.2) && !expired;
		}
		this.audit.write(writePastEvents(this.random, this.people, now, size.events, size.days));
	}

	/** A fresh GUID in the form of the newer endpoints. */
	newGuid(): string {
		return guid(this.managementRandom).toLowerCase();
	}

	/** A fresh id with its letter, as users, contacts and devices have. */
	newId(letter: 'u' | 'c' | 'd'): string {
		return prefixedId(this.managementRandom, letter);
	}

	newUserGroupId(): number {
		return this.managementRandom.whole(2_000_000, 9_999_999);
	}

	newTeamViewerId(): number {
		return Number(teamViewerId(this.managementRandom));
	}
}

/** Leaves in a list what passes the test, in the list itself: others hold it too. */
function keep<Thing>(list: Thing[], passes: (thing: Thing) => boolean): void {
	list.splice(0, list.length, ...list.filter(passes));
}

function moment(given: Date | number | undefined): number | undefined {
	return given instanceof Date ? given.getTime() : given;
}
