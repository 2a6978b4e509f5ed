import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import { InvalidInput } from '../errors/invalidInput';
import type { Label } from '../errors/labels';
import type { LookUp } from './lookUp';

/** What of the workflow a value may depend on. */
export interface Workflow {
	/** What times without an offset are meant in: `Europe/Berlin`. */
	timezone: string;
}

/** Shows a field only while other fields of the operation have one of these values. */
export type Condition = Readonly<Record<string, ReadonlyArray<string | boolean>>>;

/**
 * One parameter: what n8n shows of it, and what a filled-in value means. Its name is its key in an operation's `fields`.
 *
 * `T` is what an operation gets: TeamViewer's form of the value, undefined where nothing was filled in.
 */
export interface Field<T> extends Label {
	/** What n8n shows. */
	property(name: string): INodeProperties;
	/**
	 * Checks what was filled in and brings it into TeamViewer's form. A value that only TeamViewer can tell is a
	 * {@link LookUp}.
	 *
	 * @throws {InvalidInput} naming the field as the user sees it.
	 */
	read(value: unknown, workflow: Workflow): T | LookUp<T>;
	/** What an update sends for a field that was added and left empty; missing where TeamViewer cannot clear it. */
	readonly cleared?: T;
	/** What to do where the field must not be empty. */
	readonly whenEmpty: string;
	/** When it is shown, and so read. */
	readonly shownWhen?: Condition;
	/** The fields inside it. */
	readonly fields?: Fields;
}

/** Parameters by their names. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

/** What an operation gets of its fields. */
export type Values<F extends Fields> = {
	[Name in keyof F]: F[Name] extends Field<infer T> ? T : never;
};

/** What is said of every kind of field. */
export interface Wording {
	displayName: string;
	description: string;
	/** What TeamViewer calls it in its errors. */
	apiName?: string | readonly string[];
	/** What to do where it must not be empty: `Give a name.` */
	whenEmpty?: string;
}

/** A field of a kind: its wording, how it is shown, and how it is read. */
export function field<T>(
	{ displayName, description, apiName = [], whenEmpty }: Wording,
	shown: Omit<INodeProperties, 'name' | 'displayName' | 'description'>,
	read: (value: unknown, label: string, workflow: Workflow) => T | LookUp<T>,
	cleared?: Exclude<T, undefined>,
): Field<T> {
	return {
		label: displayName,
		apiNames: [apiName].flat(),
		property: (name) => ({ displayName, name, ...shown, description }),
		read: (value, workflow) => read(value, displayName, workflow),
		whenEmpty: whenEmpty ?? 'Fill it in.',
		...(cleared !== undefined && { cleared }),
	};
}

/** A field that must be filled in. */
export function required<T>(optional: Field<T>): Field<Exclude<T, undefined>> {
	const { label, whenEmpty } = optional;
	return {
		...(optional as Field<Exclude<T, undefined>>),
		property: (name) => ({ ...optional.property(name), required: true }),
		read: (value, workflow) => {
			const given = optional.read(value, workflow);
			if (given === undefined) throw new InvalidInput(`'${label}' is empty`, whenEmpty);
			return given as Exclude<T, undefined>;
		},
	};
}

/** A field that has its default where nothing is filled in. */
export function withDefault<T>(optional: Field<T>): Field<Exclude<T, undefined>> {
	const fallback = optional.property('').default;
	return {
		...(optional as Field<Exclude<T, undefined>>),
		read: (value, workflow) => {
			const given = optional.read(value, workflow) ?? optional.read(fallback, workflow);
			return given as Exclude<T, undefined>;
		},
	};
}

/** A field that is shown, and read, only while other fields of the operation have one of these values. */
export function shownWhen<T>(condition: Condition, always: Field<T>): Field<T | undefined> {
	return {
		...always,
		property: (name) => ({
			...always.property(name),
			displayOptions: displayOptions(condition),
		}),
		shownWhen: condition,
	};
}

/** A condition as n8n takes it. */
export function displayOptions(condition: Condition): IDisplayOptions {
	return {
		show: Object.fromEntries(
			Object.entries(condition).map(([other, values]) => [other, [...values]]),
		),
	};
}

/** Every label in these fields, those inside collections too. */
export function labelsOf(fields: Fields): Label[] {
	return Object.values(fields).flatMap((one) => [one, ...labelsOf(one.fields ?? {})]);
}
