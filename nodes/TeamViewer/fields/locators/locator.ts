import type { INodePropertyMode } from 'n8n-workflow';

import { InvalidInput } from '../../errors/invalidInput';
import { isRecord } from '../../teamviewer/isRecord';
import { field, type Field, type Wording } from '../field';
import type { LookUp } from '../lookUp';
import { trimmedText } from '../plainText';
import { checkId, type IdForm } from './idForm';
import type { SearchName } from './search';

/** One way to say which record is meant, and how it is understood. */
export interface Mode<T> {
	shown: INodePropertyMode;
	read: (value: string, label: string) => T | LookUp<T>;
}

/** Chooses a record: From List first, then the other ways. A plain text, as an expression gives it, is taken by the second. */
export function locator<T>(
	wording: Wording,
	modes: [Mode<T>, Mode<T>, ...Array<Mode<T>>],
): Field<T | undefined> {
	return field<T | undefined>(
		wording,
		{
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			modes: modes.map(({ shown }) => shown),
		},
		(value, label) => {
			const chosen = readLocator(value, label);
			if (!chosen) return undefined;
			const mode = modes.find(({ shown }) => shown.name === chosen.mode) ?? modes[1];
			return mode.read(chosen.value, label);
		},
	);
}

/** From List, filled by a search. */
export function fromList<T>(
	search: SearchName,
	placeholder: string,
	read: Mode<T>['read'],
): Mode<T> {
	return {
		shown: {
			...{ displayName: 'From List', name: 'list', placeholder },
			type: 'list',
			typeOptions: { searchListMethod: search, searchable: true },
		},
		read,
	};
}

/** A typed or pasted value; it is checked where it is read, so that expressions are checked too. */
export function typed<T>(shown: Omit<INodePropertyMode, 'type'>, read: Mode<T>['read']): Mode<T> {
	return { shown: { ...shown, type: 'string' }, read };
}

/** By ID: n8n checks the form while somebody types. */
export function byId(form: IdForm, hint?: string): Mode<string> {
	return typed(
		{
			...{ displayName: 'By ID', name: 'id', placeholder: `e.g. ${form.example}` },
			...(hint && { hint }),
			validation: validation(form.accepted, `The ID of ${form.thing} looks like ${form.example}`),
		},
		(value, label) => checkId(value, label, form),
	);
}

/** What n8n checks while somebody types: it adds `^` and `$`. Empty is not wrong yet, and blanks are taken away. */
export function validation(
	accepted: string,
	errorMessage: string,
): INodePropertyMode['validation'] {
	return [{ type: 'regex', properties: { regex: `\\s*(?:${accepted})?\\s*`, errorMessage } }];
}

/** How a record was chosen, and the ID, code or name. */
function readLocator(value: unknown, label: string): { mode: string; value: string } | undefined {
	const isList = Array.isArray(value) && value.length > 0;
	if (
		value !== null &&
		typeof value === 'object' &&
		!isList &&
		!(isRecord(value) && 'value' in value)
	) {
		throw new InvalidInput(
			`'${label}' must be text`,
			'Choose an entry of the list, or give an ID.',
		);
	}
	const { mode, value: given } = isRecord(value) ? value : { mode: 'id', value };
	// Locators of several records take a list from an expression.
	const text = trimmedText(Array.isArray(given) ? given.join() : given, label);
	return text === undefined ? undefined : { mode: String(mode ?? 'id'), value: text };
}
