import type { DateTime } from 'luxon';
import type { ConnectionReport } from '../../sandbox/company/types';

/** What the time sheet says of a customer. */
export interface Sums {
	connections: number;
	seconds: number;
	/** Minutes by billing state, each connection rounded up. */
	toBill: number;
	notToBill: number;
	billed: number;
}

/** What the time sheet should say, straight from TeamViewer's reports: the connections that ended in this time. */
export function sumsByCustomer(
	reports: ConnectionReport[],
	from: DateTime,
	to: DateTime,
	roundTo: number,
): Map<string, Sums> {
	const customers = new Map<string, Sums>();
	for (const report of reports) {
		const { start_date, end_date, billing_state } = report;
		if (start_date === undefined || end_date === undefined) continue;
		const end = Date.parse(end_date);
		if (end < from.toMillis() || end >= to.toMillis()) continue;
		const seconds = (end - Date.parse(start_date)) / 1000;
		const minutes = Math.ceil(seconds / (60 * roundTo)) * roundTo;
		const name = customerOf(report);
		const sums = customers.get(name) ?? noTime();
		sums.connections += 1;
		sums.seconds += seconds;
		if (billing_state === 'Bill') sums.toBill += minutes;
		else if (billing_state === 'Billed') sums.billed += minutes;
		else sums.notToBill += minutes;
		customers.set(name, sums);
	}
	return customers;
}

/** The sums of all customers. */
export function total(customers: Iterable<Sums>): Sums {
	const all = noTime();
	for (const sums of customers) {
		for (const name of Object.keys(all) as Array<keyof Sums>) all[name] += sums[name];
	}
	return all;
}

export function customerOf({ groupname, end_customer }: ConnectionReport): string {
	return groupname ?? end_customer?.name ?? 'Unknown customer';
}

export function noTime(): Sums {
	return { connections: 0, seconds: 0, toBill: 0, notToBill: 0, billed: 0 };
}

/** Hours and minutes, and seconds where there are any, as a person reads them; in minutes. */
export function minutesOf(printed: string): number {
	const [hours = 0, minutes = 0, seconds = 0] = printed.split(':').map(Number);
	return hours * 60 + minutes + seconds / 60;
}
