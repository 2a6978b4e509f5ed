import type { Alarm } from './company/alarms';
import type { Company } from './company/Company';
import type { DeviceGroup, ManagedRecord } from './company/estate/Estate';
import type { AuditEvent, ManagedDevice, User } from './company/types';
import { writeDate } from './dates';

/** A managed device that comes into being; `groups` are ids of device groups. */
export type NewManagedDevice = Partial<ManagedDevice> & { groups?: string[] };

/** What happens in a company without any API: in the console, on devices, by other people. */
export interface Happenings {
	/** Somebody joins; fields given win. */
	addUser(fields?: Partial<User>): User;
	/** Somebody leaves; false where nobody has this id. */
	removeUser(id: string): boolean;
	/** Every user clicks the link in the mail that asks whether the new address is right. */
	confirmEmails(): void;

	/** A device raises an alarm now, or as the fields say. */
	addAlarm(fields?: Partial<Alarm>): Alarm;
	/** Somebody deals with an alarm, or it is over by itself. */
	settleAlarm(id: string, how: 'resolved' | 'acknowledged'): Alarm;

	/** Something is done in the console now, or as the fields say; equal events are as many entries. */
	addAuditEvent(fields?: Partial<AuditEvent>): AuditEvent;
	/** The order in which events are listed, which nothing promises. */
	listAuditEvents(order: 'newestFirst' | 'oldestFirst' | 'shuffled'): void;
	/** TeamViewer cannot read its log: says so beside the list, or instead of one; undefined ends it. */
	troubleAuditEvents(text: string | undefined, place?: 'beside' | 'instead'): void;

	/** A device comes under the account's management; online unless said otherwise. */
	addManagedDevice(fields?: NewManagedDevice): ManagedDevice;
	/** A device is no longer managed; false where there is none of this id. */
	removeManagedDevice(id: string): boolean;
	/** A device comes, with the changes of groups that waited for it, or goes. */
	setDeviceOnline(id: string, online: boolean): ManagedDevice;
	/** The account gets a device group. */
	addDeviceGroup(name: string): DeviceGroup;
}

export function happeningsIn(company: Company, now: () => number): Happenings {
	return {
		addUser: (fields) => company.addUser(fields),
		removeUser: (id) => {
			const user = company.users.find((one) => one.id === id);
			if (user !== undefined) company.removeUser(user);
			return user !== undefined;
		},
		confirmEmails: () => company.confirmEmails(),
		addAlarm: (fields) => company.addAlarm(fields),
		settleAlarm: (id, how) => {
			const alarm = company.alarms.find(({ AlarmId }) => AlarmId === id);
			if (alarm === undefined) throw new Error(`There is no alarm ${id}`);
			const at = writeDate(now());
			if (how === 'resolved') {
				Object.assign(alarm, { Status: 1, TimeFrame: { ...alarm.TimeFrame, ResolvedAt: at } });
				return alarm;
			}
			const AcknowledgedBy = company.account.name ?? null;
			const TimeFrame = { ...alarm.TimeFrame, AcknowledgedAt: at, AcknowledgedBy };
			return Object.assign(alarm, { Status: 2 as const, TimeFrame });
		},
		addAuditEvent: (fields = {}) => company.addAuditEvent(fields),
		listAuditEvents: (order) => {
			company.audit.order = order;
		},
		troubleAuditEvents: (text, place = 'beside') => {
			company.audit.parsingTrouble =
				text === undefined ? undefined : { text, instead: place === 'instead' };
		},
		addManagedDevice: ({ groups, ...fields } = {}) => company.addManagedDevice(fields, groups),
		removeManagedDevice: (id) => {
			const record = company.estate.device(id);
			if (record !== undefined) company.estate.removeDevice(record);
			return record !== undefined;
		},
		setDeviceOnline: (id, online) => {
			const record = managed(company, id);
			company.estate.setOnline(record, online);
			return record.device;
		},
		addDeviceGroup: (name) => company.addDeviceGroup(name, company.account.userid ?? ''),
	};
}

function managed(company: Company, id: string): ManagedRecord {
	const record = company.estate.device(id);
	if (record === undefined) throw new Error(`There is no managed device ${id}`);
	return record;
}
