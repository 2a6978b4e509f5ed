import fc from 'fast-check';
import { DateTime } from 'luxon';

import { InvalidInput } from '../../../nodes/TeamViewer/errors/invalidInput';
import { labelsNamedIn } from '../../../nodes/TeamViewer/errors/labels';
import { quoted } from '../../../nodes/TeamViewer/errors/quoted';
import { choice, choices } from '../../../nodes/TeamViewer/fields/choice';
import {
	additionalFields,
	filters,
	updateFields,
} from '../../../nodes/TeamViewer/fields/collection';
import { date, moment } from '../../../nodes/TeamViewer/fields/date';
import {
	labelsOf,
	required,
	withDefault,
	type Field,
} from '../../../nodes/TeamViewer/fields/field';
import { json } from '../../../nodes/TeamViewer/fields/json';
import { list } from '../../../nodes/TeamViewer/fields/list';
import {
	checkId,
	DEVICE_ID,
	GROUP_ID,
	REPORT_ID,
	USER_ID,
} from '../../../nodes/TeamViewer/fields/locators/idForm';
import {
	groupLocator,
	groupOrNameLocator,
	reportGroupLocator,
} from '../../../nodes/TeamViewer/fields/locators/group';
import { readSessionCode } from '../../../nodes/TeamViewer/fields/locators/sessionCode';
import {
	assigneeLocator,
	userLocator,
	usersLocator,
} from '../../../nodes/TeamViewer/fields/locators/user';
import { LookUp } from '../../../nodes/TeamViewer/fields/lookUp';
import { number } from '../../../nodes/TeamViewer/fields/number';
import { secret } from '../../../nodes/TeamViewer/fields/secret';
import {
	checkRemoteControlId,
	checkTeamViewerId,
} from '../../../nodes/TeamViewer/fields/teamViewerId';
import { dataText, freeText, text } from '../../../nodes/TeamViewer/fields/text';
import { toggle } from '../../../nodes/TeamViewer/fields/toggle';
import { path } from '../../../nodes/TeamViewer/teamviewer/request';

const wording = (displayName: string) => ({ displayName, description: '', placeholder: '' });
const read = (field: Field<unknown>, value: unknown, timezone = 'UTC') =>
	field.read(value, { timezone });
const name = text(wording('Name'));
const notes = freeText({ ...wording('Notes'), cleared: '' });

describe('A date', () => {
	const started = date(wording('Started After'));

	it.each([
		['2026-01-31T08:00:00Z', 'Europe/Berlin', '2026-01-31T08:00:00Z'],
		['2026-01-31T08:00:00+02:00', 'Europe/Berlin', '2026-01-31T06:00:00Z'],
		['2026-01-31 08:00+0200', 'Europe/Berlin', '2026-01-31T06:00:00Z'],
		['2026-01-31T08:00:00', 'Europe/Berlin', '2026-01-31T07:00:00Z'],
		['2026-07-31T08:00:00', 'Europe/Berlin', '2026-07-31T06:00:00Z'],
		['2026-01-31 08:00', 'UTC', '2026-01-31T08:00:00Z'],
		['2026-01-31', 'America/New_York', '2026-01-31T05:00:00Z'],
		['2026-07-01 8:00', 'America/New_York', '2026-07-01T12:00:00Z'],
		['2026-07-01  08:00', 'America/New_York', '2026-07-01T12:00:00Z'],
		['2026-07-01 08:00 PM', 'America/New_York', '2026-07-02T00:00:00Z'],
		['2026-07-01 12:30 am', 'America/New_York', '2026-07-01T04:30:00Z'],
		[' 2026-07-01t08:00:00.250 ', 'America/New_York', '2026-07-01T12:00:01Z'],
	])("%s is meant in the workflow's time zone %s unless it has an offset", (given, zone, sent) => {
		expect(read(started, given, zone)).toBe(sent);
	});

	it("means the same in every form of a moment, whatever the machine's zone is", () => {
		const zones = ['America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'UTC'];
		const moments = fc.date({
			min: new Date('2000-01-01'),
			max: new Date('2090-01-01'),
			noInvalidDate: true,
		});
		fc.assert(
			fc.property(moments, fc.constantFrom(...zones), (instant, zone) => {
				const local = DateTime.fromJSDate(instant).setZone(zone).startOf('minute');
				const sent = local.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
				const unambiguous = DateTime.fromISO(local.toFormat("yyyy-MM-dd'T'HH:mm"), { zone });
				fc.pre(unambiguous.toMillis() === local.toMillis());
				for (const form of [
					'yyyy-MM-dd HH:mm',
					'yyyy-MM-dd H:mm',
					'yyyy-MM-dd  HH:mm:ss',
					"yyyy-MM-dd'T'HH:mm:ss.SSS",
					'yyyy-MM-dd hh:mm a',
					"yyyy-MM-dd'T'HH:mm:ssZZ",
				]) {
					expect(read(started, local.toFormat(form, { locale: 'en' }), zone)).toBe(sent);
				}
			}),
			{ numRuns: 200 },
		);
	});

	it("may be an expression's DateTime or Date", () => {
		const instant = DateTime.fromISO('2026-01-31T08:00:00+01:00');
		expect(read(started, instant)).toBe('2026-01-31T07:00:00Z');
		expect(read(started, instant.toJSDate())).toBe('2026-01-31T07:00:00Z');
	});

	it.each([undefined, null, '', ' '])('is left out when it is %j', (value) => {
		expect(read(moment(wording('Date')), value)).toBeUndefined();
	});

	it.each([
		'soon',
		'31.01.2026',
		'2026-02-30',
		'2026-13-01',
		'2026-01-31 25:00',
		'2026-01-31 08:60',
		'2026-01-31 13:00 PM',
		'2026-01-31 8',
		'20260131',
		'2026-W05',
		'Invalid DateTime',
		DateTime.invalid('made up'),
		new Date(NaN),
		{},
		[],
	])('is refused by its name when it is %j', (value) => {
		expect(() => read(required(started), value)).toThrow(
			/'Started After' (is ".*", which is|must)/,
		);
	});
});

describe('A text', () => {
	it('that is looked for loses the blanks around it, one that is written keeps them', () => {
		expect(read(name, ' Ada \n')).toBe('Ada');
		expect(read(name, '  ')).toBeUndefined();
		expect(read(notes, ' Ada \n')).toBe(' Ada \n');
		expect(read(secret(wording('Password')), ' a b ')).toBe(' a b ');
	});

	it('may come from an expression as a number, a switch, or, as data, an object', () => {
		expect(read(name, 7)).toBe('7');
		expect(read(dataText(wording('Data')), { ticket: 7 })).toBe('{"ticket":7}');
		for (const field of [name, notes]) {
			expect(() => read(field, { ticket: 7 })).toThrow(/'(Name|Notes)' must be text/);
		}
	});

	it('may be as long as TeamViewer takes it, and has to be as long as it wants it', () => {
		const description = freeText({ ...wording('Description'), maxLength: 4_000 });
		expect(read(description, 'x'.repeat(4_000))).toHaveLength(4_000);
		expect(() => read(description, 'x'.repeat(4_120))).toThrow(
			"'Description' is 4,120 characters long; TeamViewer takes at most 4,000",
		);
		expect(() => read(text({ ...wording('Name'), minLength: 2 }), 'x')).toThrow(
			"'Name' is 1 characters long; TeamViewer takes at least 2",
		);
	});
});

describe('Several values', () => {
	it('may be a list, or separated by commas', () => {
		const names = list(wording('Names'));
		expect(read(names, ' a, b,,')).toEqual(['a', 'b']);
		expect(read(names, ['a ', '', 7])).toEqual(['a', '7']);
		expect(read(names, [])).toBeUndefined();
		expect(read(names, ' , ')).toBeUndefined();
	});

	it('of a list of options are told apart without case', () => {
		const states = choices({
			...wording('State'),
			options: [{ name: 'Open', value: 'open' }],
			default: [],
		});
		expect(read(states, 'OPEN')).toEqual(['open']);
		expect(() => read(states, ['shut'])).toThrow('\'State\' is "shut"');
	});
});

it('An option may be a number that an expression gives as text', () => {
	const type = choice({
		...wording('Type'),
		options: [{ name: 'Remote Support', value: 2 }],
		default: 2,
	});
	expect(read(type, ' 2 ')).toBe(2);
	expect(() => read(type, 4)).toThrow('\'Type\' is "4"');
});

it('A switch may be text, and left out', () => {
	const shared = toggle({ ...wording('Shared'), default: true });
	expect([true, 'FALSE', '', undefined, null].map((value) => read(shared, value))).toEqual([
		true,
		false,
		undefined,
		undefined,
		undefined,
	]);
	expect(() => read(shared, 'maybe')).toThrow("'Shared' must be true or false");
});

it('A number that is emptied is its default where there is one', () => {
	const limit = number({ ...wording('Limit'), default: 50, minimum: 1, kind: 'above zero' });
	expect(['', null, ' ', '7'].map((value) => read(withDefault(limit), value))).toEqual([
		50, 50, 50, 7,
	]);
	expect(() => read(limit, 0)).toThrow("'Limit' must be above zero");
	expect(() => read(limit, 'many')).toThrow("'Limit' must be above zero");
});

it('JSON may be text or the value itself', () => {
	const settings = json<object[]>({
		...wording('Settings'),
		default: '[]',
		isAllowed: (value): value is object[] => Array.isArray(value),
		kind: 'a list',
	});
	expect(read(settings, '[{"Key":"a"}]')).toEqual([{ Key: 'a' }]);
	expect(read(settings, [])).toEqual([]);
	expect(() => read(settings, '[')).toThrow("'Settings' is not valid JSON");
	expect(() => read(settings, '{}')).toThrow("'Settings' must be a list");
});

describe('A field that was added and left empty', () => {
	const fields = { name, notes, user: assigneeLocator(wording('Assigned User')) };

	it('clears the value in an update, where TeamViewer can clear it', () => {
		expect(read(updateFields(fields), { notes: '', name: 'Ada' })).toEqual({
			notes: '',
			name: 'Ada',
		});
		expect(read(updateFields(fields), { notes: null })).toEqual({ notes: '' });
	});

	it('is refused by its name where TeamViewer cannot', () => {
		expect(() => read(updateFields(fields), { name: '' })).toThrow("'Name' is empty");
		expect(() =>
			read(updateFields(fields), { notes: 'x', user: { mode: 'list', value: '' } }),
		).toThrow(
			expect.objectContaining({
				message: "'Assigned User' is empty",
				description: 'Choose Nobody to take the user away. Or remove the field.',
			}),
		);
	});

	it('counts as left out everywhere else', () => {
		for (const collection of [filters(fields), additionalFields(fields)]) {
			expect(read(collection, { notes: '', name: ' ', user: { mode: 'id', value: '' } })).toEqual(
				{},
			);
		}
	});

	it('does not make an update of nothing an update', () => {
		expect(() => read(updateFields(fields), {})).toThrow(
			"'Update Fields' is empty, so there is nothing to change",
		);
		expect(() => read(updateFields(fields), { constructor: 'x' })).toThrow('nothing to change');
	});
});

describe('An id', () => {
	it('may be written without its letter and with blanks around it', () => {
		expect(checkId(' g12 \n', 'Group', GROUP_ID)).toBe('g12');
		expect(checkId('12', 'Group', GROUP_ID)).toBe('g12');
		expect(checkId('U12', 'User', USER_ID)).toBe('u12');
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
			fc.property(hostile, (given) => {
				for (const form of [GROUP_ID, USER_ID, DEVICE_ID, REPORT_ID, undefined]) {
					let id: string;
					try {
						id = form ? checkId(given, 'Field', form) : readSessionCode(given, 'Field');
					} catch (error) {
						expect(error).toBeInstanceOf(InvalidInput);
						continue;
					}
					const { pathname } = new URL(`https://webapi.teamviewer.com/api/v1${path`/x/${id}`}`);
					expect(pathname).toBe(`/api/v1/x/${id}`);
				}
			}),
			{ numRuns: 1_000 },
		);
	});

	it.each(['', ' ', '.', '..', undefined, null, 7, {}, 'undefined', 'null'])(
		'is never left out of a path: %j',
		(id) => {
			expect(() => path`/users/${id as string}`).toThrow('without an ID');
		},
	);
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
	])('is understood as %s', (given, code) => {
		expect(readSessionCode(given, 'Session')).toBe(code);
	});
});

describe('A resource locator', () => {
	const group = groupLocator(wording('Group'));
	const groupOrName = groupOrNameLocator(wording('Group'));

	it('may be plain text, as an expression or an agent gives it', () => {
		expect(read(group, 'g12')).toBe('g12');
		expect(read(group, 12)).toBe('g12');
		expect(read(groupOrName, { mode: 'name', value: ' Customers ' })).toEqual({
			groupname: 'Customers',
		});
		expect(read(group, { mode: 'list', value: '' })).toBeUndefined();
		expect(read(group, undefined)).toBeUndefined();
		expect(read(reportGroupLocator(wording('Group')), { mode: 'id', value: '0' })).toBe('0');
	});

	it.each([{}, [], { value: {} }])('is refused when it is %j', (value) => {
		expect(() => read(group, value)).toThrow("'Group' must be text");
	});

	it.each(['0', 'u0', 'U000'])('is never nobody where a user is meant: %j', (value) => {
		expect(() => read(userLocator(wording('User')), { mode: 'id', value })).toThrow(
			'which is not the ID of a user',
		);
		expect(() =>
			read(usersLocator(wording('Users')), { mode: 'id', value: `u1,${value}` }),
		).toThrow('which is not the ID of a user');
		expect(read(assigneeLocator(wording('User')), { mode: 'list', value })).toMatch(/^u0+$/);
	});

	it('leaves what only TeamViewer can tell to a look-up, the same for the same address', () => {
		const user = userLocator(wording('User'));
		const one = read(user, { mode: 'email', value: 'Ada@example.com' });
		const other = read(user, { mode: 'email', value: ' ada@example.com' });
		expect(one).toBeInstanceOf(LookUp);
		expect((one as LookUp<string>).key).toBe((other as LookUp<string>).key);
		expect(() => read(user, { mode: 'email', value: 'Ada' })).toThrow('not an email address');
	});
});

describe('What an error repeats', () => {
	it('is short and on one line', () => {
		expect(quoted('a\nb')).toBe('"a b"');
		expect(quoted('x'.repeat(100_000))).toHaveLength(63);
	});

	it.each([
		'https://user:secret@get.teamviewer.com/v15/s1-secret',
		'get.teamviewer.com/v15/s119457589-secret',
		'GET.TEAMVIEWER.COM/v15/s119457589-secret',
		'//get.teamviewer.com/v15/s1-secret',
		'user:secret@get.teamviewer.com/v15/s1-secret',
		'get.teamviewer.com?sessioncode=s1&servicequeuetoken=secret',
	])('is of a link only the host: %s', (link) => {
		expect(quoted(link).toLowerCase()).toBe('a link to "get.teamviewer.com"');
	});

	it.each([
		'the link get.teamviewer.com/v15/s119457589-secret',
		'Please open https://get.teamviewer.com/v15/s1-secret.',
		'<a href="https://get.teamviewer.com/v15/s1-secret">',
	])('leaves out a link within a text: %s', (given) => {
		expect(quoted(given)).not.toContain('secret');
	});
});

describe("TeamViewer's parameters", () => {
	const labels = labelsOf({
		group: groupLocator(wording('Group')),
		filters: filters({
			assignedUser: assigneeLocator(wording('Assigned User')),
			description: text({ ...wording('Description'), apiName: 'description' }),
			startDate: date({ ...wording('Start Date'), apiName: 'StartDate' }),
			validFor: text({ ...wording('Valid For'), apiName: 'valid_until' }),
		}),
	});

	it.each([
		["Parameter 'groupid' is invalid.", ['Group']],
		['assigned_userid and valid_until are wrong', ['Assigned User', 'Valid For']],
		["Parameter 'description' is too long", ['Description']],
		['The description of the state is in its name', []],
		["'StartDate' must not be empty", ['Start Date']],
	])('%j is about the fields %j', (said, fields) => {
		expect(labelsNamedIn(said, labels)).toEqual(fields);
	});
});
