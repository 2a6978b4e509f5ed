import { writeDate } from '../../dates';
import type { ManagedDevice } from '../types';
import type { Manager, ManagerIdentity, ManagerPermission } from './managers';

/** Kinds of policies by their number: 1 TeamViewer, 4 monitoring, 5 patch management. */
export type PolicyType = 1 | 4 | 5;

export type Policies = Partial<Record<PolicyType, string>>;

/** A device group: what `/managed/groups` lists. */
export interface DeviceGroup {
	id: string;
	name: string;
	policies: Policies;
	managers: Manager[];
}

/** 0 joining, 1 leaving; which number is which is documented nowhere. */
export type PendingOperation = 0 | 1;

/** A managed device with all that its short record does not tell. */
export interface ManagedRecord {
	/** The five fields that lists show. */
	device: ManagedDevice;
	version: string;
	description: string | null;
	policies: Policies;
	/** The group whose TeamViewer policy it inherits. */
	policyFrom: string | null;
	/** Groups that it is in. */
	groups: Set<string>;
	/** What an offline device will do once it is online, by group. */
	pending: Map<string, PendingOperation>;
	managers: Manager[];
}

/** Devices and device groups under management. An offline device applies changes of groups when it comes online. */
export class Estate {
	readonly records: ManagedRecord[] = [];
	readonly groups: DeviceGroup[] = [];

	constructor(private readonly now: () => number) {}

	device(id: string): ManagedRecord | undefined {
		return this.records.find(({ device }) => device.id === id.toLowerCase());
	}

	group(id: string): DeviceGroup | undefined {
		return this.groups.find((group) => group.id === id.toLowerCase());
	}

	/** Devices that are in a group now. */
	inGroup(groupId: string): ManagedRecord[] {
		return this.records.filter(({ groups }) => groups.has(groupId));
	}

	/** Puts a device into a group, at once or when it comes online; false where nothing would change. */
	join(record: ManagedRecord, groupId: string): boolean {
		if (record.pending.get(groupId) === 1) {
			record.pending.delete(groupId);
			return true;
		}
		if (record.groups.has(groupId) || record.pending.has(groupId)) return false;
		if (record.device.isOnline) record.groups.add(groupId);
		else record.pending.set(groupId, 0);
		return true;
	}

	/** Takes a device out of a group, at once or when it comes online; false where nothing would change. */
	leave(record: ManagedRecord, groupId: string): boolean {
		if (record.pending.get(groupId) === 0) {
			record.pending.delete(groupId);
			return true;
		}
		if (!record.groups.has(groupId) || record.pending.has(groupId)) return false;
		if (record.device.isOnline) record.groups.delete(groupId);
		else record.pending.set(groupId, 1);
		return true;
	}

	/** A device comes, and does what waited for it, or goes. */
	setOnline(record: ManagedRecord, online: boolean): void {
		const { device, groups, pending } = record;
		device.isOnline = online;
		if (!online) {
			device.last_seen = writeDate(this.now());
			return;
		}
		delete device.last_seen;
		for (const [groupId, operation] of pending) {
			if (operation === 0 && this.group(groupId) !== undefined) groups.add(groupId);
			if (operation === 1) groups.delete(groupId);
		}
		pending.clear();
	}

	/** A deleted group is gone from every list at once. */
	removeGroup(group: DeviceGroup): void {
		this.groups.splice(this.groups.indexOf(group), 1);
		for (const { groups, pending } of this.records) {
			groups.delete(group.id);
			pending.delete(group.id);
		}
	}

	/** Without managers and groups it is no managed device any more. */
	removeDevice(record: ManagedRecord): void {
		this.records.splice(this.records.indexOf(record), 1);
	}

	/** Everything that one account manages. */
	managersOf(accountId: number): Manager[] {
		return [...this.records, ...this.groups]
			.flatMap(({ managers }) => managers)
			.filter((manager) => manager.type === 'account' && manager.accountId === accountId);
	}

	/** An account that is gone manages nothing. */
	forget(accountId: number): void {
		for (const managed of [...this.records, ...this.groups]) {
			managed.managers = managed.managers.filter(
				(manager) => manager.type !== 'account' || manager.accountId !== accountId,
			);
		}
	}

	/** What somebody may do with a device, as its manager or as one of a group that it is in; undefined: not even read. */
	rightsOnDevice(
		record: ManagedRecord,
		isOne: (manager: ManagerIdentity) => boolean,
	): Set<ManagerPermission> | undefined {
		const ofGroups = [...record.groups].flatMap((id) => this.group(id)?.managers ?? []);
		return rights([...record.managers, ...ofGroups].filter(isOne));
	}

	rightsOnGroup(
		group: DeviceGroup,
		isOne: (manager: ManagerIdentity) => boolean,
	): Set<ManagerPermission> | undefined {
		return rights(group.managers.filter(isOne));
	}
}

/** All that these managers may do together; no permissions is still read-only, nobody is nothing. */
function rights(managers: Manager[]): Set<ManagerPermission> | undefined {
	if (managers.length === 0) return undefined;
	return new Set(managers.flatMap(({ permissions }) => permissions));
}
