import type { INodePropertyOptions } from 'n8n-workflow';

import { InvalidInput } from '../errors/invalidInput';
import { quoted } from '../errors/quoted';
import { displayOptions, field, type Condition, type Field, type Wording } from './field';
import { readList } from './list';
import { trimmedText } from './plainText';

/** One entry of a drop-down: its name for people, its value in saved workflows. */
export interface Choice {
	name: string;
	value: string | number | boolean;
	description?: string;
	/** Offers it only while other fields have one of these values; an older n8n offers it always. */
	shownWhen?: Condition;
}

interface ChoiceWording<C extends Choice> extends Wording {
	/** n8n wants them in alphabetical order. */
	options: readonly C[];
}

/** One entry of a drop-down; an expression may write its value in any case, and a number as text. */
export function choice<const C extends Choice>(
	wording: ChoiceWording<C> & { default: C['value'] },
): Field<C['value'] | undefined> {
	const { options } = wording;
	return field<C['value'] | undefined>(
		wording,
		{ type: 'options', options: options.map(shown), default: wording.default },
		(value, label) => {
			const given = trimmedText(value, label);
			return given === undefined ? undefined : chosen(given, label, options);
		},
	);
}

/** Several entries; an expression may give a list or text separated by commas. */
export function choices<const C extends Choice>(
	wording: ChoiceWording<C> & { default: ReadonlyArray<C['value']> },
): Field<Array<C['value']> | undefined> {
	const { options } = wording;
	return field<Array<C['value']> | undefined>(
		wording,
		{ type: 'multiOptions', options: options.map(shown), default: [...wording.default] },
		(value, label) => readList(value, label)?.map((given) => chosen(given, label, options)),
	);
}

function shown<C extends Choice>({ name, value, description, shownWhen }: C): INodePropertyOptions {
	return {
		name,
		value,
		...(description !== undefined && { description }),
		...(shownWhen && { displayOptions: displayOptions(shownWhen) }),
	};
}

function chosen<C extends Choice>(given: string, label: string, options: readonly C[]): C['value'] {
	const option = options.find(({ value }) => String(value).toLowerCase() === given.toLowerCase());
	if (option) return option.value;
	throw new InvalidInput(
		`'${label}' is ${quoted(given)}, which TeamViewer does not know`,
		`Use one of: ${options.map(named).join(', ')}.`,
	);
}

function named({ name, value }: Choice): string {
	return typeof value === 'string' ? value : `${value} (${name})`;
}
