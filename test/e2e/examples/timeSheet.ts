import type { DateTime } from 'luxon';
import type { ConnectionReport } from '../../sandbox/company/types';

/** What a customer is to be billed. */
export interface Billed {
	connections: number;
	/** Each connection rounded up to quarter hours. */
	hours: number;
}

/** What the time sheet should say, straight from TeamViewer's reports: the connections that ended in this time. */
export function billedByCustomer(
	reports: ConnectionReport[],
	from: DateTime,
	to: DateTime,
): Map<string, Billed> {
	const customers = new Map<string, Billed>();
	for (const { groupname = 'Without a group', start_date, end_date } of reports) {
		if (start_date === undefined || end_date === undefined) continue;
		const end = Date.parse(end_date);
		if (end < from.toMillis() || end >= to.toMillis()) continue;
		const quarters = Math.ceil((end - Date.parse(start_date)) / 900_000);
		const customer = customers.get(groupname) ?? { connections: 0, hours: 0 };
		customers.set(groupname, {
			connections: customer.connections + 1,
			hours: customer.hours + quarters / 4,
		});
	}
	return customers;
}
