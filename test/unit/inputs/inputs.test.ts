import fc from 'fast-check';
import { DateTime } from 'luxon';

import { readDate, readMoment } from '../../../nodes/TeamViewer/inputs/dates';
import {
	checkId,
	checkRemoteControlId,
	checkTeamViewerId,
	DEVICE_ID,
	GROUP_ID,
	REPORT_ID,
	USER_ID,
} from '../../../nodes/TeamViewer/inputs/ids';
import { InvalidInput, quoted } from '../../../nodes/TeamViewer/inputs/invalidInput';
import { readLocator } from '../../../nodes/TeamViewer/inputs/locator';
import { readSessionCode } from '../../../nodes/TeamViewer/inputs/sessionCode';
import { readLimitedText, readList, readSwitch } from '../../../nodes/TeamViewer/inputs/text';
import { fieldsNamedIn } from '../../../nodes/TeamViewer/operations/fieldNames';
import { path } from '../../../nodes/TeamViewer/teamviewer/request';

describe('A date', () => {
	it.each([
		['2026-01-31T08:00:00Z', 'Europe/Berlin', '2026-01-31T08:00:00Z'],
		['2026-01-31T08:00:00+02:00', 'Europe/Berlin', '2026-01-31T06:00:00Z'],
		['2026-01-31T08:00:00', 'Europe/Berlin', '2026-01-31T07:00:00Z'],
		['2026-07-31T08:00:00', 'Europe/Berlin', '2026-07-31T06:00:00Z'],
		['2026-01-31 08:00', 'UTC', '2026-01-31T08:00:00Z'],
		['2026-01-31', 'America/New_York', '2026-01-31T05:00:00Z'],
	])("%s is meant in the workflow's time zone %s unless it has an offset", (text, zone, date) => {
		expect(readDate(text, 'Date', zone)).toBe(date);
	});

	it("may be an expression's DateTime or Date", () => {
		const moment = DateTime.fromISO('2026-01-31T08:00:00+01:00');
		expect(readDate(moment, 'Date', 'UTC')).toBe('2026-01-31T07:00:00Z');
		expect(readDate(moment.toJSDate(), 'Date', 'UTC')).toBe('2026-01-31T07:00:00Z');
	});

	it.each([undefined, null, ''])('is left out when it is %j', (value) => {
		expect(readMoment(value, 'Date', 'UTC')).toBeUndefined();
	});

	it.each([
		'soon',
		'31.01.2026',
		'2026-02-30',
		'2026-13-01',
		'20260131',
		'Invalid DateTime',
		{},
		[],
	])('is refused when it is %j', (value) => {
		expect(() => readMoment(value, 'Started After', 'UTC')).toThrow(/'Started After'/);
	});
});

describe('An id', () => {
	it('keeps its form and loses blanks around it', () => {
		expect(checkId(' g12 \n', 'Group', GROUP_ID)).toBe('g12');
		expect(checkRemoteControlId('r123 456 789', 'ID')).toBe('r123456789');
		expect(checkRemoteControlId('123-456-789', 'ID')).toBe('r123456789');
		expect(checkTeamViewerId('1 234 567 890', 'ID')).toBe('1234567890');
	});

	it('that passes names one segment of a path, whatever people type', () => {
		const hostile = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.string({ unit: fc.constantFrom('.', '/', '%', '2', 'e', 'f', '\\', 's', 'g', '1', '-') }),
		);
		fc.assert(
			fc.property(hostile, (text) => {
				for (const read of [
					() => checkId(text, 'Field', GROUP_ID),
					() => checkId(text, 'Field', USER_ID),
					() => checkId(text, 'Field', DEVICE_ID),
					() => checkId(text, 'Field', REPORT_ID),
					() => readSessionCode(text, 'Field'),
				]) {
					let id: string;
					try {
						id = read();
					} catch (error) {
						expect(error).toBeInstanceOf(InvalidInput);
						continue;
					}
					const { pathname } = new URL(`https://webapi.teamviewer.com/api/v1${path`/x/${id}`}`);
					expect(pathname).toBe(`/api/v1/x/${id}`);
				}
			}),
			{ numRuns: 1_000, seed: 7 },
		);
	});
});

describe('A session code', () => {
	it.each([
		['s119-457-589', 's119-457-589'],
		['119457589', 's119-457-589'],
		['S 119 457 589', 's119-457-589'],
		['https://get.teamviewer.com/v15/s119457589?lang=de', 's119-457-589'],
		['https://get.teamviewer.com/v15/s119457589-AEG8i_x', 's119-457-589'],
		['get.teamviewer.com/v15/s119457589/', 's119-457-589'],
		['https://get.teamviewer.com/v15/s119-457-589', 's119-457-589'],
		[
			'https://login.teamviewer.com/Connect/IndexByol?lang=en&sessioncode=s119457589&x=1',
			's119-457-589',
		],
	])('is understood as %s', (text, code) => {
		expect(readSessionCode(text, 'Session')).toBe(code);
	});
});

describe('A text', () => {
	it('may be as long as TeamViewer takes it', () => {
		expect(readLimitedText('x'.repeat(4_000), 'Description', 4_000)).toHaveLength(4_000);
		expect(() => readLimitedText('x'.repeat(4_120), 'Description', 4_000)).toThrow(
			"'Description' is 4,120 characters long; TeamViewer takes at most 4,000",
		);
	});

	it('may be a list, or several values separated by commas', () => {
		expect(readList(' a, b,,', 'Names')).toEqual(['a', 'b']);
		expect(readList(['a ', '', 7], 'Names')).toEqual(['a', '7']);
		expect(readList([], 'Names')).toBeUndefined();
		expect(readList(' , ', 'Names')).toBeUndefined();
	});

	it('may be a switch', () => {
		expect([true, 'FALSE', '', undefined].map((value) => readSwitch(value, 'Shared'))).toEqual([
			'true',
			'false',
			undefined,
			undefined,
		]);
	});
});

describe('A resource locator', () => {
	it('may be plain text, as an expression or an agent gives it', () => {
		expect(readLocator('g12', 'Group')).toEqual({ mode: 'id', value: 'g12' });
		expect(readLocator({ mode: 'name', value: ' Customers ' }, 'Group')).toEqual({
			mode: 'name',
			value: 'Customers',
		});
		expect(readLocator({ mode: 'list', value: '' }, 'Group')).toBeUndefined();
		expect(readLocator(undefined, 'Group')).toBeUndefined();
	});

	it.each([{}, [], { value: {} }])('is refused when it is %j', (value) => {
		expect(() => readLocator(value, 'Group')).toThrow("'Group' must be text");
	});
});

describe('What an error repeats', () => {
	it('is short, on one line, and of a link only the host', () => {
		expect(quoted('a\nb')).toBe('"a b"');
		expect(quoted('x'.repeat(100_000))).toHaveLength(63);
		expect(quoted('https://user:secret@get.teamviewer.com/v15/s1-secret')).toBe(
			'a link to "get.teamviewer.com"',
		);
	});
});

describe("TeamViewer's parameters", () => {
	it.each([
		["Parameter 'groupid' is invalid.", ['Group']],
		['assigned_userid and valid_until are wrong', ['Assigned User', 'Valid For or Valid Until']],
		["Parameter 'description' is too long", ['Description']],
		['The description of the state is in its name', []],
		["'StartDate' must not be empty", ['Start Date']],
	])('%j is about the fields %j', (text, fields) => {
		expect(fieldsNamedIn(text)).toEqual(fields);
	});
});
