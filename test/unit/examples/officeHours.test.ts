import { DateTime } from 'luxon';
import { readExample } from '../../start/examples';
import type { WorkflowFile } from '../../n8n/workflows';
import { runCodeNode } from './codeNode';

let workflow: WorkflowFile;
beforeAll(async () => {
	workflow = await readExample('access-outside-office-hours');
});

const HOURS = { opens: '8:00', closes: '18:00', time_zone: 'Europe/Berlin', workdays: '1,2,3,4,5' };

/** Whether a connection at these times by Berlin's clock is outside; 25 November 2026 is a Wednesday. */
function isOutside(start: string, end: string, hours: Partial<typeof HOURS> = {}): unknown {
	const utc = (text: string) =>
		DateTime.fromISO(text, { zone: 'Europe/Berlin' }).toUTC().toISO({ suppressMilliseconds: true });
	const [item] = runCodeNode<{ outside: boolean }>(workflow, 'In local time', {
		'Office hours': [{ ...HOURS, ...hours }],
		'Unattended connection': [
			{ id: '1', username: 'Mira', start_date: utc(start), end_date: utc(end) },
		],
	});
	return item?.json.outside;
}

describe('A connection is outside office hours', () => {
	test.each([
		['by day', '2026-11-25T10:00', '2026-11-25T10:20', false],
		['from opening to closing', '2026-11-25T08:00', '2026-11-25T18:00', false],
		['before opening', '2026-11-25T07:59', '2026-11-25T08:20', true],
		['after closing', '2026-11-25T18:00', '2026-11-25T18:20', true],
		['over closing', '2026-11-25T17:50', '2026-11-25T18:01', true],
		['over night', '2026-11-25T17:00', '2026-11-26T09:00', true],
		['on a Sunday', '2026-11-29T10:00', '2026-11-29T10:20', true],
		['in the evening, in winter time', '2026-10-26T18:10', '2026-10-26T18:20', true],
		['at noon, in summer time', '2026-10-23T17:30', '2026-10-23T17:40', false],
	])('when it was %s: %s to %s is %s', (_, start, end, outside) => {
		expect(isOutside(start, end)).toBe(outside);
	});

	test.each(['8:00', '08:00', '8', '8.00', '8 am', ' 8:00 AM '])(
		'also where the opening is written as "%s"',
		(opens) => {
			expect(isOutside('2026-11-25T09:59', '2026-11-25T10:20', { opens })).toBe(false);
			expect(isOutside('2026-11-25T07:59', '2026-11-25T10:20', { opens })).toBe(true);
		},
	);

	test.each(['18:00', '18', '18.00', '6 pm', '6:00PM'])(
		'also where the closing is written as "%s"',
		(closes) => {
			expect(isOutside('2026-11-25T17:30', '2026-11-25T18:00', { closes })).toBe(false);
			expect(isOutside('2026-11-25T17:30', '2026-11-25T18:01', { closes })).toBe(true);
		},
	);

	test.each([
		['opens', { opens: "eight o'clock" }],
		['opens', { opens: '' }],
		['opens', { opens: '8:75' }],
		['closes', { closes: '25:00' }],
		['closes', { opens: '18:00', closes: '8:00' }],
		['workdays', { workdays: 'Mon-Fri' }],
		['time_zone', { time_zone: 'Berlin' }],
	])('and "%s" that cannot be read is refused by name: %j', (field, hours) => {
		expect(() => isOutside('2026-11-25T10:00', '2026-11-25T10:20', hours)).toThrow(
			new RegExp(`Office hours: .*${field}`),
		);
	});
});
