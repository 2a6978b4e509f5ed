import { field, type Field, type Wording } from './field';
import { plainText } from './plainText';

interface ListWording extends Wording {
	placeholder: string;
	/** Makes of each text what TeamViewer takes, or throws. */
	check?: (text: string, label: string) => string;
}

/** Several texts: a list from an expression, or text separated by commas. */
export function list(wording: ListWording): Field<string[] | undefined> {
	const { placeholder, check } = wording;
	return field<string[] | undefined>(
		wording,
		{ type: 'string', default: '', placeholder },
		(value, label) => {
			const texts = readList(value, label);
			return check ? texts?.map((text) => check(text, label)) : texts;
		},
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
