import { field, type Field, type Wording } from './field';
import { plainText } from './plainText';

/** Several texts: a list from an expression, or text separated by commas. */
export function list(wording: Wording & { placeholder: string }): Field<string[] | undefined> {
	return field<string[] | undefined>(
		wording,
		{ type: 'string', default: '', placeholder: wording.placeholder },
		readList,
	);
}

/** The texts of a list; undefined when nothing was filled in. */
export function readList(value: unknown, label: string): string[] | undefined {
	const parts: unknown[] = Array.isArray(value)
		? value
		: (plainText(value, label)?.split(',') ?? []);
	const texts = parts
		.map((part) => plainText(part, label)?.trim())
		.filter((part): part is string => part !== undefined && part !== '');
	return texts.length > 0 ? texts : undefined;
}
