import type { Fields } from '../../../nodes/TeamViewer/fields/field';
import { RESOURCES } from '../../../nodes/TeamViewer/operations';

const operations = Object.entries(RESOURCES).flatMap(([resource, { operations: own }]) =>
	Object.entries(own).map(([name, operation]) => ({ name: `${resource}:${name}`, operation })),
);

/** Every field by its name, those inside collections too. */
function named(fields: Fields): Array<[string, string]> {
	return Object.entries(fields).flatMap(([name, field]): Array<[string, string]> => [
		[name, field.label],
		...named(field.fields ?? {}),
	]);
}

describe.each(operations)('The fields of $name', ({ operation }) => {
	it('never share a name with another meaning', () => {
		const labels = new Map<string, string>();
		for (const [name, label] of named(operation.fields)) {
			expect([name, labels.get(name) ?? label]).toEqual([name, label]);
			labels.set(name, label);
		}
	});

	it('never share a label, by which errors tell them apart', () => {
		const names = new Map<string, string>();
		for (const [name, label] of named(operation.fields)) {
			expect([label, names.get(label) ?? name]).toEqual([label, name]);
			names.set(label, name);
		}
	});

	it('say in whole words what they are for', () => {
		for (const [name, field] of Object.entries(operation.fields)) {
			const inside = Object.entries(field.fields ?? {});
			const properties = inside.length > 0 ? inside : [[name, field] as const];
			for (const [key, one] of properties) {
				expect([key, one.property(key).description]).toEqual([
					key,
					expect.stringMatching(/\w+ \w+/),
				]);
			}
		}
	});
});
