import { InvalidInput } from '../errors/invalidInput';
import { isRecord } from '../teamviewer/isRecord';
import { alphabetical } from './alphabetical';
import type { Field, Fields, Values, Workflow } from './field';

/** What was filled in of a collection; a field that was not added, or left empty, is missing. */
export type Added<F extends Fields> = { [Name in keyof F]?: Exclude<Values<F>[Name], undefined> };

/** What a list can be narrowed by. */
export function filters<F extends Fields>(fields: F): Field<Added<F>> {
	return collection('Filters', 'Add Filter', fields, leftOut);
}

/** What can be said, and need not, of something that is made. */
export function additionalFields<F extends Fields>(fields: F): Field<Added<F>> {
	return collection('Additional Fields', 'Add Field', fields, leftOut);
}

/** What changes how an operation works. */
export function options<F extends Fields>(fields: F): Field<Added<F>> {
	return collection('Options', 'Add Option', fields, leftOut);
}

/**
 * What can be changed of something. A field that was added and left empty clears the value, where TeamViewer can clear it.
 *
 * The field throws {@link InvalidInput} for an empty field that TeamViewer cannot clear, and when nothing is to be changed.
 */
export function updateFields<F extends Fields>(fields: F): Field<Added<F>> {
	const changes = collection('Update Fields', 'Add Field', fields, clearing);
	return then(changes, (added) => {
		if (Object.keys(added).length > 0) return added;
		throw new InvalidInput(
			"'Update Fields' is empty, so there is nothing to change",
			'Add at least one field to change.',
		);
	});
}

/** Checks what several fields say together, or brings it into TeamViewer's form; see {@link LookUp} for what may be in it. */
export function then<T, R>(first: Field<T>, make: (value: T, workflow: Workflow) => R): Field<R> {
	const { label, apiNames, whenEmpty, fields } = first;
	return {
		...{ label, apiNames, whenEmpty, fields },
		property: (name) => first.property(name),
		read: (value, workflow) => make(first.read(value, workflow) as T, workflow),
	};
}

/** Fields of which a user adds those that are wanted, in alphabetical order. */
function collection<F extends Fields>(
	displayName: string,
	placeholder: string,
	fields: F,
	emptied: (one: Field<unknown>) => unknown,
): Field<Added<F>> {
	return {
		label: displayName,
		apiNames: [],
		whenEmpty: 'Add a field.',
		fields,
		property: (name) => ({
			displayName,
			name,
			type: 'collection',
			placeholder,
			default: {},
			options: alphabetical(
				Object.entries(fields).map(([key, one]) => one.property(key)),
				({ displayName }) => displayName,
			),
		}),
		read(value, workflow) {
			const added: Record<string, unknown> = {};
			for (const [key, given] of Object.entries(isRecord(value) ? value : {})) {
				const one = Object.hasOwn(fields, key) ? fields[key] : undefined;
				if (!one || given === undefined) continue;
				const found = one.read(given, workflow) ?? emptied(one);
				if (found !== undefined) added[key] = found;
			}
			return added as Added<F>;
		},
	};
}

function leftOut(): undefined {}

function clearing({ label, cleared, whenEmpty }: Field<unknown>): unknown {
	if (cleared !== undefined) return cleared;
	throw new InvalidInput(`'${label}' is empty`, `${whenEmpty} Or remove the field.`);
}
