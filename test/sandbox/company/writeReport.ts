import { DAY, MINUTE, SECOND, readDate, writeDate } from '../dates';
import type { Random } from '../random';
import { guid, hashOf, prefixedId, sessionCode } from './ids';
import { COMMENTS, CUSTOMER_PEOPLE, GOODWILL, NOTES, SESSION_DESCRIPTIONS, emailOf } from './names';
import { atWork, type People } from './people';
import type { StoredGroup } from './storedGroup';
import type { ConnectionReport, DeviceReport, Device } from './types';

/** What a supporter's hour costs, in the currency of the reports. */
const HOURLY_FEE = 90;

/**
 * One believable outgoing connection that ended at `end` (ms). Fields given win, and the dates among them move the
 * others; `end_date: undefined`, said explicitly, makes a connection that is still running.
 */
export function writeReport(
	random: Random,
	people: People,
	end: number,
	fields: Partial<ConnectionReport> = {},
): ConnectionReport {
	const supporter = random.pick(atWork(people));
	const device = random.pick(people.devices);
	const group = people.groups.find(({ id }) => id === device.groupid);
	const { start_date, end_date, seconds } = connectionTimes(random, end, fields);
	const withCode =
		'session_code' in fields ? fields.session_code !== undefined : random.chance(0.35);
	const report: ConnectionReport = {
		id: guid(random).toLowerCase(),
		userid: supporter.id,
		username: supporter.name,
		deviceid: String(device.teamviewer_id),
		...(withCode ? {} : { devicename: device.alias }),
		...whereabouts(random, withCode, device, group),
		support_session_type: withCode ? (random.chance(0.1) ? 3 : 2) : 1,
		start_date,
		...(end_date === undefined ? {} : { end_date }),
		...billing(random, seconds),
		...(random.chance(0.35) ? { notes: random.pick(NOTES) } : {}),
		...(withCode ? serviceCase(random, people, readDate(start_date) ?? end) : {}),
	};
	return withoutAbsent({
		...report,
		...oddities(report),
		...agreeing(report, fields, seconds),
		...fields,
	});
}

/** One believable incoming connection that ended at `end` (ms). */
export function writeDeviceReport(
	random: Random,
	people: People,
	end: number,
	fields: Partial<DeviceReport> = {},
): DeviceReport {
	const target = random.pick(people.devices);
	const supporter = random.pick(atWork(people));
	const byUser = random.chance(0.8);
	return withoutAbsent({
		id: guid(random).toLowerCase(),
		...(byUser ? { userid: supporter.id, username: supporter.name } : {}),
		originid: Number(random.pick(people.devices).teamviewer_id),
		targetid: Number(target.teamviewer_id),
		...(random.chance(0.8) ? { targetname: target.alias } : {}),
		start_date: writeDate(end - duration(random)),
		end_date: writeDate(end),
		...fields,
	});
}

/** Most connections last minutes, some hours, and one in a hundred runs for days. */
function duration(random: Random): number {
	const draw = random.next();
	if (draw < 0.01) return random.whole(20 * 60, 4 * 24 * 60) * MINUTE;
	if (draw < 0.15) return random.whole(60, 300) * MINUTE + random.whole(0, 59) * SECOND;
	return random.whole(1, 45) * MINUTE + random.whole(0, 59) * SECOND;
}

function connectionTimes(random: Random, end: number, fields: Partial<ConnectionReport>) {
	const lasted = duration(random);
	const running = 'end_date' in fields && fields.end_date === undefined;
	const givenStart = moment(fields.start_date);
	const ended = moment(fields.end_date) ?? Math.max(end, (givenStart ?? -Infinity) + SECOND);
	const started = givenStart ?? ended - lasted;
	return {
		start_date: writeDate(started),
		end_date: running ? undefined : writeDate(ended),
		seconds: (ended - started) / SECOND,
	};
}

function moment(date: string | undefined): number | undefined {
	if (date === undefined) return undefined;
	const read = readDate(date);
	if (read === undefined) throw new Error(`'${date}' is no date in TeamViewer's form`);
	return read;
}

/** A customer who came with a code is often on a device that is in no group. */
function whereabouts(
	random: Random,
	withCode: boolean,
	device: Device,
	group: StoredGroup | undefined,
): Partial<ConnectionReport> {
	if (group === undefined || (withCode && random.chance(0.5))) return {};
	return { groupid: device.groupid, groupname: group.name };
}

function billing(random: Random, seconds: number): Partial<ConnectionReport> {
	if (random.chance(0.25)) return { billing_state: 'DoNotBill' };
	return { ...feeFor(seconds), billing_state: random.chance(0.4) ? 'Billed' : 'Bill' };
}

function feeFor(seconds: number): Partial<ConnectionReport> {
	return { fee: Math.round((seconds / 3600) * HOURLY_FEE * 100) / 100, currency: 'EUR' };
}

/** What is noted as nothing to bill is not billed, and what is not billed has no fee. */
function agreeing(
	{ notes, billing_state, fee }: ConnectionReport,
	given: Partial<ConnectionReport>,
	seconds: number,
): Partial<ConnectionReport> {
	const note = given.notes ?? notes;
	const state = given.billing_state ?? (note === GOODWILL ? 'DoNotBill' : billing_state);
	if (state === 'DoNotBill') {
		return { billing_state: state, fee: undefined, currency: undefined };
	}
	return {
		...(fee === undefined ? { ...feeFor(seconds), billing_state: state } : {}),
		...(note === GOODWILL ? { notes: undefined } : {}),
	};
}

/**
 * What live reports have now and then: a rating that nobody gave, notes that were emptied, a fee without a currency.
 * Which report has what follows from its id: nothing is drawn for it.
 */
function oddities({ id, session_code, notes, fee }: ConnectionReport): Partial<ConnectionReport> {
	const kind = hashOf(id) % 10;
	return {
		...(session_code !== undefined && kind === 0 ? { feedback: {} } : {}),
		...(notes === undefined && kind === 1 ? { notes: '' } : {}),
		...(fee !== undefined && kind === 2 ? { currency: 'None' } : {}),
	};
}

function serviceCase(random: Random, people: People, start: number): Partial<ConnectionReport> {
	const createdAt = start - random.whole(2, 180) * MINUTE;
	const assigned = random.pick(atWork(people));
	const customer = random.pick(CUSTOMER_PEOPLE);
	return {
		session_code: sessionCode(random),
		session_created_at: writeDate(createdAt),
		valid_until: writeDate(createdAt + DAY),
		assigned_userid: assigned.id,
		assigned_at: writeDate(createdAt),
		session_note: random.pick(SESSION_DESCRIPTIONS),
		...(random.chance(0.6) ? { custom_api: `TICKET-${random.whole(1000, 9999)}` } : {}),
		...(random.chance(0.7) ? { end_customer: { name: customer, email: emailOf(customer) } } : {}),
		...(random.chance(0.3) ? { contact_id: prefixedId(random, 'c') } : {}),
		...(random.chance(0.2)
			? { feedback: { session_rating: random.whole(3, 5), user_comment: random.pick(COMMENTS) } }
			: {}),
	};
}

/** TeamViewer leaves absent values out; only a field that was given as undefined can be one. */
function withoutAbsent<Fields extends object>(fields: Fields): Fields {
	for (const name of Object.keys(fields) as Array<keyof Fields>) {
		if (fields[name] === undefined) delete fields[name];
	}
	return fields;
}
