import { Settings as LuxonSettings } from 'luxon';
import { createSandbox } from '../../sandbox';
import type { ConnectionReport } from '../../sandbox/company/types';
import { writeDate } from '../../sandbox/dates';
import { customerOf } from '../../e2e/examples/timeSheet';
import { readExample } from '../../start/examples';
import { runCodeNode } from './codeNode';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const NOW = Date.parse('2026-07-15T09:00:00Z');
beforeAll(() => {
	LuxonSettings.now = () => NOW;
});
afterAll(() => {
	LuxonSettings.now = () => Date.now();
});

interface Connection {
	id: string;
	customer: string;
	seconds: number;
}

const connectionsOf = async (reports: ConnectionReport[]) =>
	runCodeNode<Connection>(await readExample('reports-last-30-days'), 'Ended in the last 30 days', {
		'Get connection reports': reports,
	}).map(({ json }) => json);

const connection = (
	id: string,
	start: number,
	end: number,
	fields: Partial<ConnectionReport> = {},
): ConnectionReport => ({
	id,
	start_date: writeDate(start),
	end_date: writeDate(end),
	groupname: 'Harbour Street Bakery',
	...fields,
});

test("The hours per customer are those of the company's reports of the last 30 days", async () => {
	const { company } = createSandbox({ now: () => NOW });
	const since = NOW - 30 * DAY;
	const expected = company.connectionReports
		.filter(({ end_date = '' }) => Date.parse(end_date) >= since)
		.map((report) => ({
			id: report.id,
			customer: customerOf(report),
			seconds: (Date.parse(report.end_date ?? '') - Date.parse(report.start_date ?? '')) / 1000,
		}));
	expect(expected.length).toBeGreaterThan(100);
	expect(expected.length).toBeLessThan(company.connectionReports.length);
	expect(await connectionsOf(company.connectionReports)).toEqual(expected);
});

test('A connection counts by its end, and one that still runs not yet', async () => {
	const found = await connectionsOf([
		connection('ended too early', NOW - 31 * DAY, NOW - 30 * DAY - MINUTE),
		connection('began earlier', NOW - 31 * DAY, NOW - 30 * DAY + MINUTE),
		connection('running', NOW - MINUTE, NOW, { end_date: undefined }),
		connection('just now', NOW - 2 * MINUTE, NOW - MINUTE),
	]);
	expect(found.map(({ id }) => id)).toEqual(['began earlier', 'just now']);
});

test('Without a group it is the customer who asked for help, else nobody known', async () => {
	const found = await connectionsOf([
		connection('a', NOW - MINUTE, NOW, {
			groupname: undefined,
			end_customer: { name: 'Ruth Hollingsworthy' },
		}),
		connection('b', NOW - MINUTE, NOW, { groupname: undefined }),
	]);
	expect(found.map(({ customer }) => customer)).toEqual([
		'Ruth Hollingsworthy',
		'Unknown customer',
	]);
});
