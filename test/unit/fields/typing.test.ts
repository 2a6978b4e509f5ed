import type { INodePropertyMode, INodePropertyModeValidation } from 'n8n-workflow';

import type { Field, Fields } from '../../../nodes/TeamViewer/fields/field';
import { RESOURCES } from '../../../nodes/TeamViewer/operations';
import { EVENTS } from '../../../nodes/TeamViewer/trigger/events';

/** A way to choose a record whose form n8n checks while somebody types. */
interface CheckedMode {
	field: Field<unknown>;
	mode: string;
	regex: string;
}

/** Every field of both nodes, those inside collections too. */
function inside(fields: Fields): Array<Field<unknown>> {
	return Object.values(fields).flatMap((one) => [one, ...inside(one.fields ?? {})]);
}

const fields = [
	...Object.values(RESOURCES).flatMap(({ operations }) =>
		Object.values(operations).flatMap((operation) => inside(operation.fields)),
	),
	...Object.values(EVENTS).flatMap(({ filters, options }) => inside({ filters, options })),
];

function regexOf({ validation = [] }: INodePropertyMode): string | undefined {
	const [check] = validation as INodePropertyModeValidation[];
	return (check?.properties as { regex?: string } | undefined)?.regex;
}

/** By what the user sees; fields that look alike may read differently. */
const checked = new Map<string, CheckedMode[]>();
for (const field of new Set(fields)) {
	for (const mode of field.property('x').modes ?? []) {
		const regex = regexOf(mode);
		if (regex === undefined) continue;
		const title = `${field.label}, ${mode.displayName}`;
		checked.set(title, [...(checked.get(title) ?? []), { field, mode: mode.name, regex }]);
	}
}

const GUID = 'A1B2C3D4-0000-4000-8000-1234567890ab';
const LINK = 'https://get.teamviewer.com/v15/s119457589';

/** What people have at hand. */
const WRITTEN = [
	...['0', '1', '12', '0012', '123456789', '123 456 789', '123-456-789', '90071992547409931'],
	...['g', 'u', 'd', 'c', 's', 'r', 'S', 'U'].flatMap((letter) => [
		...[`${letter}0`, `${letter}1`, `${letter}123456789`, `${letter} 123 456 789`],
		...[`${letter}123-456-789`, `${letter}-123456789`],
	]),
	...[GUID, GUID.toLowerCase(), 'inherit', 'None', 'nonsense'],
	...[LINK, `${LINK}-AEG8i_x`, `${LINK}/`, `${LINK}?lang=de`, LINK.replace('https://', '')],
	...['https://login.teamviewer.com/Connect/IndexByol?lang=en&sessioncode=s119457589&x=1'],
	...[`Join here: ${LINK}`, `Join here:\n${LINK}`, `Join here: ${LINK}?lang=de and wait`],
];

/** And how it looks when it comes out of a mail or a table. */
const INPUTS = WRITTEN.flatMap((one) => [
	...[one, ` ${one}`, `${one} `, `\t${one}\n`, one.toUpperCase()],
	...[`${one},`, `,${one}`, `, ,${one} , ,`, `${one},${one}`, `${one} , ${one}`, `${one},,${one}`],
	...[`${one},\n${one}, , ${one}`, `${one} ${one}`],
]);

function isRead({ field, mode }: CheckedMode, value: string): boolean {
	try {
		field.read({ __rl: true, mode, value }, { timezone: 'UTC' });
		return true;
	} catch {
		return false;
	}
}

/** n8n adds both ends. */
function passes({ regex }: CheckedMode, value: string): boolean {
	return new RegExp(`^${regex}$`).test(value);
}

describe.each([...checked])('What somebody types into %s', (_, modes) => {
	it("is not refused by n8n's check where a run reads it", () => {
		for (const one of modes) {
			const readable = INPUTS.filter((value) => isRead(one, value));
			expect(readable.length).toBeGreaterThan(0);
			expect(readable.filter((value) => !passes(one, value))).toEqual([]);
		}
	});

	it('is refused by it where it is nonsense, and not while it is still empty', () => {
		for (const one of modes) {
			expect(['nonsense', '', ' '].map((value) => passes(one, value))).toEqual([false, true, true]);
		}
	});
});

it('Both nodes have fields that are checked while somebody types', () => {
	expect([...checked.keys()]).toEqual(
		expect.arrayContaining(['Group, By ID', 'Session, By Code', 'Users, By ID', 'User, By ID']),
	);
	expect(checked.size).toBeGreaterThan(15);
});
