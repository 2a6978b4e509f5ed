import type { Resource } from './operation';

/** Labels by the values that saved workflows hold. */
type Labels = ReadonlyArray<readonly [value: string, label: string]>;

/** The line below the action node, in the words of its drop-downs: `Get Many: Connection Report`. */
export function subtitleOf(resources: Record<string, Resource>): string {
	const resource = '$parameter["resource"]';
	const operation = '$parameter["operation"]';
	const all = Object.entries(resources).flatMap(([of, { operations }]) =>
		Object.entries(operations).map(([value, { name }]) => ({ of, value, name })),
	);
	// One value can have a label of its own at one resource: there, Delete is called Stop Managing.
	const isOwn = (one: (typeof all)[number]) =>
		all.some(({ value, name }) => value === one.value && name !== one.name);
	const own = all.filter(isOwn).map(({ of, value, name }) => [`${of}.${value}`, name] as const);
	const shared = all.filter((one) => !isOwn(one)).map(({ value, name }) => [value, name] as const);
	const names = Object.entries(resources).map(([value, { name }]) => [value, name] as const);

	const ownLabel = `(${unlikeValues(own)})[${resource} + "." + ${operation}]`;
	return `={{ (${ownLabel} || ${labelOf(operation, shared)}) + ": " + (${labelOf(resource, names)}) }}`;
}

/** The line below a node with one drop-down, in the words of its options. */
export function subtitleOfOptions(parameter: string, options: Labels): string {
	return `={{ ${labelOf(`$parameter["${parameter}"]`, options)} }}`;
}

/** A part of an expression: the label of the option that has this value. */
function labelOf(value: string, labels: Labels): string {
	const words = `(${value}[0].toUpperCase() + ${value}.slice(1)).replace(/\\B[A-Z]/g, " $&")`;
	return `(${unlikeValues(labels)})[${value}] || ${words}`;
}

/** Only the labels that are not their values in words: with all of them, the expression would take kilobytes. */
function unlikeValues(labels: Labels): string {
	return JSON.stringify(
		Object.fromEntries(labels.filter(([value, label]) => inWords(value) !== label)),
	);
}

/** `getMany` or `session.getMany` reads `Get Many`. */
function inWords(value: string): string {
	const name = value.slice(value.indexOf('.') + 1);
	return (name.charAt(0).toUpperCase() + name.slice(1)).replace(/\B[A-Z]/g, ' $&');
}
