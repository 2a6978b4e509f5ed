import { DAY, HOUR, MINUTE, SECOND, writeDate } from '../dates';
import { Random } from '../random';
import { writeAuditTrail } from './auditTrail';
import { pastConnections } from './history';
import { guid, prefixedId } from './ids';
import { caseDetails, openSession } from './openSession';
import { hire, type Headcount, type People } from './people';
import { record } from './recordings';
import { ReportShelf } from './ReportShelf';
import { SessionShelf } from './SessionShelf';
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
import { writeDeviceReport, writeReport } from './writeReport';

/** How much data a sandbox starts with. */
export type CompanySize = 'empty' | 'small' | 'full';

/** People and devices are there even in an `empty` company: a token needs an owner, a report a device. */
const HEADCOUNT: Record<CompanySize, Headcount> = {
	empty: { users: 1, groups: 1, devices: 1, contacts: 0, invitations: 0, managedDevices: 0 },
	small: { users: 3, groups: 3, devices: 6, contacts: 4, invitations: 1, managedDevices: 3 },
	full: { users: 12, groups: 15, devices: 120, contacts: 20, invitations: 3, managedDevices: 45 },
};

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
	/** Outgoing connections, as `GET /reports/connections` lists them. */
	readonly reportShelf: ReportShelf<ConnectionReport>;
	/** Incoming connections, as `GET /reports/devices` lists them. */
	readonly deviceReportShelf: ReportShelf<DeviceReport>;
	readonly sessionShelf = new SessionShelf();
	/** Newest first. */
	readonly auditEvents: AuditEvent[] = [];
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
		}
	}

	get account(): Account {
		return this.people.account;
	}
	get users(): User[] {
		return this.people.users;
	}
	get groups(): Group[] {
		return this.people.groups;
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
		return this.people.managedDevices;
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
		const report = this.reportShelf.find(reportId)?.record;
		if (report === undefined) throw new Error(`There is no report ${reportId}`);
		const recorded = recording ?? record(this.random, report);
		this.recordings.set(report.id.toUpperCase(), recorded);
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

	/** The group of that name, made when it is new, as a session with a fresh `groupname` does. */
	groupNamed(name: string): Group {
		const existing = this.groups.find((group) => group.name === name);
		if (existing !== undefined) return existing;
		const group: Group = {
			id: prefixedId(this.random, 'g'),
			name,
			owner: { userid: this.account.userid, name: this.account.name },
			permissions: 'owned',
		};
		this.groups.push(group);
		return group;
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
		for (let made = 0; made < size.closedSessions; made++) {
			const createdAt = now - this.random.whole(24 * 60, 240 * 60) * MINUTE;
			const session = this.addSession({ created_at: writeDate(createdAt) });
			const closedAt = createdAt + this.random.whole(10, 300) * MINUTE;
			this.changeSession(session.code, { state: 'Closed', closed_at: writeDate(closedAt) });
		}
		for (let made = 0; made < size.openSessions; made++) {
			const createdAt = now - this.random.whole(1, (DAY - HOUR) / SECOND) * SECOND;
			const session = this.addSession({ created_at: writeDate(createdAt) });
			session.online = this.random.chance(0.2);
		}
		this.auditEvents.push(
			...writeAuditTrail(this.random, this.people, now, size.events, size.days),
		);
	}

	/** A fresh id in the form of a report's. */
	newGuid(): string {
		return guid(this.random);
	}
}

function moment(given: Date | number | undefined): number | undefined {
	return given instanceof Date ? given.getTime() : given;
}
