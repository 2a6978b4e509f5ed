import { InvalidInput } from './invalidInput';
import { readText } from './text';

/** What a resource locator holds: how it was chosen, and the id, code or name. */
export interface Locator {
	mode: string;
	value: string;
}

/** Reads a resource locator; an expression or an AI agent may put plain text in its place. Undefined when it is empty. */
export function readLocator(value: unknown, field: string): Locator | undefined {
	if (typeof value !== 'object' || value === null) {
		const text = readText(value, field);
		return text === undefined ? undefined : { mode: 'id', value: text };
	}
	if (!('value' in value)) {
		throw new InvalidInput(
			`'${field}' must be text`,
			'Choose an entry of the list, or give an ID.',
		);
	}
	const text = readText(value.value, field)?.trim();
	if (!text) return undefined;
	return {
		mode: 'mode' in value && typeof value.mode === 'string' ? value.mode : 'id',
		value: text,
	};
}
