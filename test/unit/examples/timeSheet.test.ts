import fc from 'fast-check';
import { DateTime, Settings as LuxonSettings } from 'luxon';
import { createSandbox } from '../../sandbox';
import type { ConnectionReport } from '../../sandbox/company/types';
import { writeDate } from '../../sandbox/dates';
import { minutesOf, sumsByCustomer, total, type Sums } from '../../e2e/examples/timeSheet';
import type { WorkflowFile } from '../../n8n/workflows';
import { readExample } from '../../start/examples';
import { runCodeNode } from './codeNode';
import { fieldsOf } from './expressions';

const ZONE = 'Europe/Berlin';
const ROUNDINGS = [1, 6, 15, 30];

interface Line {
	Customer: string;
	Started: string;
	Ended: string;
	'Time zone': string;
	Supporter: string;
	'Billing state': string;
	'Seconds connected': number;
	'Minutes to bill': number;
	'Minutes not to bill': number;
	'Minutes billed already': number;
}

interface PrintedSums {
	customer: string;
	connections: number;
	connected: string;
	to_bill: string;
	not_to_bill: string;
	billed_already: string;
}

interface Settings {
	from: DateTime;
	to: DateTime;
	roundTo?: number;
	overlapsOnce?: boolean;
}

let workflow: WorkflowFile;
beforeAll(async () => {
	workflow = await readExample('nightly-time-sheet');
});

/** What "Settings" gives. */
const settingsOf = ({ from, to, roundTo = 15, overlapsOnce = false }: Settings) => ({
	from: from.toISO(),
	to: to.toISO(),
	month: from.toFormat('LLLL yyyy'),
	zone: ZONE,
	round_to_minutes: roundTo,
	count_overlaps_once: overlapsOnce,
});

const linesOf = (reports: object[], settings: Settings) =>
	runCodeNode<Line>(workflow, 'Time sheet lines', {
		Settings: [settingsOf(settings)],
		'Get connection reports': reports,
	}).map(({ json }) => json);

function sumsOf(lines: Line[]): { customers: PrintedSums[]; total: PrintedSums } {
	const [item] = runCodeNode<{ customers: PrintedSums[]; total: PrintedSums }>(
		workflow,
		'Add up per customer',
		{ 'Time sheet lines': lines },
	);
	if (item === undefined) throw new Error('There are no sums');
	return item.json;
}

const berlin = (text: string) => DateTime.fromISO(text, { zone: ZONE });
const NOVEMBER: Settings = { from: berlin('2026-11-01'), to: berlin('2026-12-01') };

/** A connection of one supporter at one customer; times are Berlin's, unless they say an offset. */
const connection = (
	start: string,
	end: string,
	fields: Partial<ConnectionReport> = {},
): ConnectionReport => ({
	id: `${start} ${end}`,
	userid: 'u1',
	username: 'Mira Osterkamp',
	deviceid: '1234567890',
	devicename: 'HSB-POS-01',
	groupid: 'g1',
	groupname: 'Harbour Street Bakery',
	support_session_type: 1,
	start_date: writeDate(berlin(start).toMillis()),
	end_date: writeDate(berlin(end).toMillis()),
	billing_state: 'Bill',
	...fields,
});

const asNumbers = (sums: PrintedSums): Sums => ({
	connections: sums.connections,
	seconds: Math.round(minutesOf(sums.connected) * 60),
	toBill: minutesOf(sums.to_bill),
	notToBill: minutesOf(sums.not_to_bill),
	billed: minutesOf(sums.billed_already),
});

describe.each([
	['a month that begins in winter time and ends in summer time', '2026-03-01'],
	['a month that begins in summer time and ends in winter time', '2026-10-01'],
	['a February', '2026-02-01'],
])("The time sheet of a company's reports in %s", (_, first) => {
	const from = berlin(first);
	const to = from.plus({ months: 1 });
	// As many as the workflow asks for.
	const earliest = from.minus({ days: 7 }).toMillis();
	const { company } = createSandbox({ now: () => to.plus({ hours: 2 }).toMillis() });
	const reports = company.connectionReports.filter(
		({ start_date = '' }) => Date.parse(start_date) >= earliest,
	);

	test.each(ROUNDINGS)(
		'says of every customer what the reports say, in lines that add up to the printed total, rounded up to %i minutes',
		(roundTo) => {
			const expected = sumsByCustomer(reports, from, to, roundTo);
			for (const amount of Object.values(total(expected.values()))) {
				expect(amount).toBeGreaterThan(0);
			}
			const sums = sumsOf(linesOf(reports, { from, to, roundTo }));
			const found = sums.customers.map((each) => [each.customer, asNumbers(each)] as const);
			expect(new Map(found)).toEqual(expected);
			expect(asNumbers(sums.total)).toEqual(total(sums.customers.map(asNumbers)));
		},
	);
});

describe('A connection', () => {
	test('is rounded up to the next quarter of an hour, and one that fills it is not', () => {
		const lines = linesOf(
			[
				connection('2026-11-02T10:00:00', '2026-11-02T10:00:01'),
				connection('2026-11-02T11:00:00', '2026-11-02T11:15:00'),
				connection('2026-11-02T12:00:00', '2026-11-02T12:15:01'),
				connection('2026-11-02T13:00:00', '2026-11-02T13:00:00'),
			],
			NOVEMBER,
		);
		expect(lines.map((line) => line['Minutes to bill'])).toEqual([15, 15, 30, 15]);
	});

	test.each([
		['Bill', [15, 0, 0], 'Bill'],
		['DoNotBill', [0, 15, 0], 'DoNotBill'],
		['Billed', [0, 0, 15], 'Billed'],
		[undefined, [0, 15, 0], 'Not set'],
	] as const)('with the billing state %s counts in one sum only', (billing_state, sums, shown) => {
		const [line] = linesOf(
			[connection('2026-11-02T10:00:00', '2026-11-02T10:10:00', { billing_state })],
			NOVEMBER,
		);
		expect([
			line?.['Minutes to bill'],
			line?.['Minutes not to bill'],
			line?.['Minutes billed already'],
		]).toEqual(sums);
		expect(line?.['Billing state']).toBe(shown);
	});

	test('belongs to the month in which it ended', () => {
		const lines = linesOf(
			[
				connection('2026-10-31T23:30:00', '2026-10-31T23:59:59'),
				connection('2026-10-31T23:31:00', '2026-11-01T00:00:00'),
				connection('2026-11-30T23:32:00', '2026-11-30T23:59:59'),
				connection('2026-11-30T23:33:00', '2026-12-01T00:00:00'),
			],
			NOVEMBER,
		);
		expect(lines.map(({ Started }) => Started)).toEqual(['2026-10-31 23:31', '2026-11-30 23:32']);
	});

	test('that still runs is left out', () => {
		const running = connection('2026-11-02T10:00:00', '2026-11-02T10:10:00', {
			end_date: undefined,
		});
		expect(linesOf([running], NOVEMBER)).toEqual([]);
	});

	test('of a device without a group is of the customer who asked for help, else of nobody known', () => {
		const withoutGroup = { groupid: undefined, groupname: undefined };
		const lines = linesOf(
			[
				connection('2026-11-02T10:00:00', '2026-11-02T10:10:00', {
					...withoutGroup,
					end_customer: { name: 'Ruth Hollingsworthy' },
				}),
				connection('2026-11-02T11:00:00', '2026-11-02T11:10:00', withoutGroup),
			],
			NOVEMBER,
		);
		expect(lines.map(({ Customer }) => Customer)).toEqual([
			'Ruth Hollingsworthy',
			'Unknown customer',
		]);
	});

	test('over the night in which the clocks go back lasts as long as it did', () => {
		const [line] = linesOf([connection('2026-10-25T02:40:00+02:00', '2026-10-25T02:10:00+01:00')], {
			from: berlin('2026-10-01'),
			to: berlin('2026-11-01'),
		});
		expect(line).toMatchObject({
			Started: '2026-10-25 02:40',
			Ended: '2026-10-25 02:10',
			'Time zone': 'Europe/Berlin (UTC+02:00 to +01:00)',
			'Seconds connected': 1800,
			'Minutes to bill': 30,
		});
	});

	test('over the night in which the clocks go forward lasts as long as it did', () => {
		const [line] = linesOf([connection('2026-03-29T01:50:00', '2026-03-29T03:10:00')], {
			from: berlin('2026-03-01'),
			to: berlin('2026-04-01'),
		});
		expect(line).toMatchObject({
			Started: '2026-03-29 01:50',
			Ended: '2026-03-29 03:10',
			'Time zone': 'Europe/Berlin (UTC+01:00 to +02:00)',
			'Minutes to bill': 30,
		});
	});
});

describe('Connections of one supporter at the same time', () => {
	const bakery = connection('2026-11-02T10:00:00', '2026-11-02T11:00:00');
	const practice = connection('2026-11-02T10:30:00', '2026-11-02T11:30:00', {
		groupname: 'Lindenhof Dental Practice',
	});
	const toBill = (reports: ConnectionReport[], overlapsOnce: boolean) =>
		linesOf(reports, { ...NOVEMBER, overlapsOnce }).map((line) => line['Minutes to bill']);

	test('are billed each, as the settings come', () => {
		expect(workflow.nodes.find(({ name }) => name === 'Settings')?.parameters).toMatchObject({
			assignments: {
				assignments: expect.arrayContaining([
					expect.objectContaining({ name: 'count_overlaps_once', value: false }),
				]),
			},
		});
		expect(toBill([bakery, practice], false)).toEqual([60, 60]);
	});

	test('are billed once where the settings say so: to the one that began first', () => {
		expect(toBill([bakery, practice], true)).toEqual([60, 30]);
		expect(
			toBill([bakery, connection('2026-11-02T10:10:00', '2026-11-02T10:20:00')], true),
		).toEqual([60, 0]);
	});

	test('of two supporters are always billed each', () => {
		expect(toBill([bakery, { ...practice, userid: 'u2' }], true)).toEqual([60, 60]);
	});

	test('are not billed for time that was billed already, and are for time that is not billed', () => {
		const sums = (billing_state: ConnectionReport['billing_state']) => {
			const reports = [{ ...bakery, billing_state }, practice];
			return asNumbers(sumsOf(linesOf(reports, { ...NOVEMBER, overlapsOnce: true })).total);
		};
		expect(sums('Billed')).toMatchObject({ toBill: 30, notToBill: 0, billed: 60 });
		expect(sums('DoNotBill')).toMatchObject({ toBill: 60, notToBill: 30, billed: 0 });
	});

	test('are billed once in whatever way they lie, at each rounding', () => {
		const minute = fc.integer({ min: 0, max: 90 });
		const connections = fc.array(
			fc.record({
				start: minute,
				lasts: fc.integer({ min: 1, max: 60 }),
				supporter: fc.constantFrom('u1', 'u2'),
				state: fc.constantFrom('Bill', 'DoNotBill', 'Billed'),
			}),
			{ maxLength: 8 },
		);
		const TEN = berlin('2026-11-02T10:00:00');
		fc.assert(
			fc.property(connections, fc.constantFrom(...ROUNDINGS), (drawn, roundTo) => {
				// Which connection a minute belongs to, minute by minute.
				const order = ['Billed', 'Bill', 'DoNotBill'];
				const inOrder = drawn
					.map((each, index) => ({ ...each, index }))
					.sort(
						(a, b) =>
							order.indexOf(a.state) - order.indexOf(b.state) ||
							a.start - b.start ||
							a.index - b.index,
					);
				const counted = drawn.map(() => 0);
				for (const supporter of ['u1', 'u2']) {
					for (let at = 0; at < 150; at++) {
						const owner = inOrder.find(
							(each) =>
								each.supporter === supporter && each.start <= at && at < each.start + each.lasts,
						);
						if (owner) counted[owner.index] = (counted[owner.index] ?? 0) + 1;
					}
				}
				const expected = { Bill: 0, DoNotBill: 0, Billed: 0 };
				drawn.forEach(({ state }, index) => {
					const name = state as keyof typeof expected;
					expected[name] += Math.ceil((counted[index] ?? 0) / roundTo) * roundTo;
				});

				const reports = drawn.map(({ start, lasts, supporter, state }) =>
					connection(
						TEN.plus({ minutes: start }).toISO() ?? '',
						TEN.plus({ minutes: start + lasts }).toISO() ?? '',
						{ userid: supporter, billing_state: state as ConnectionReport['billing_state'] },
					),
				);
				const found = sumsOf(linesOf(reports, { ...NOVEMBER, roundTo, overlapsOnce: true })).total;
				expect(asNumbers(found)).toMatchObject({
					toBill: expected.Bill,
					notToBill: expected.DoNotBill,
					billed: expected.Billed,
				});
			}),
		);
	});
});

test('A month without any connection has a time sheet with a total of nothing', () => {
	expect(linesOf([{}], NOVEMBER)).toEqual([]);
	expect(sumsOf([])).toMatchObject({ customers: [], total: { connections: 0, to_bill: '0:00' } });
});

test('A rounding that is no number of minutes is refused by name', () => {
	expect(() => linesOf([], { ...NOVEMBER, roundTo: 0 })).toThrow(/round_to_minutes/);
});

describe('The period of the time sheet', () => {
	afterEach(() => {
		LuxonSettings.now = () => Date.now();
	});

	test.each([
		['on the first of a month is the month before', '2026-12-01T02:00', '2026-11-01', '2026-12-01'],
		['in a month is that month up to yesterday', '2026-11-25T02:00', '2026-11-01', '2026-11-25'],
		['on the second is the first', '2026-11-02T00:00', '2026-11-01', '2026-11-02'],
		['at the end of a leap February', '2028-03-01T02:00', '2028-02-01', '2028-03-01'],
		['over New Year', '2027-01-01T02:00', '2026-12-01', '2027-01-01'],
		['in the night of the clocks forward', '2026-03-29T03:00', '2026-03-01', '2026-03-29'],
		['in the night of the clocks back', '2026-10-25T02:00', '2026-10-01', '2026-10-25'],
	])('%s', (_, now, from, to) => {
		const moment = berlin(now).toMillis();
		LuxonSettings.now = () => moment;
		expect(fieldsOf(workflow, 'Settings', ZONE)).toMatchObject({
			from: berlin(from).toISO(),
			to: berlin(to).toISO(),
			month: berlin(from).toFormat('LLLL yyyy'),
			zone: ZONE,
		});
	});
});
