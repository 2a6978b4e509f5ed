import { InvalidInput, quoted } from './invalidInput';

/** Text as a field gives it; an expression may also deliver a number. Undefined when nothing was filled in. */
export function readText(value: unknown, field: string): string | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	if (typeof value === 'string') return value;
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	throw new InvalidInput(
		`'${field}' must be text`,
		`The value is ${Array.isArray(value) ? 'a list' : 'an object'}; pick one of its fields, or turn it into text with JSON.stringify().`,
	);
}

/** Text that TeamViewer takes up to a length, counted in characters. Source of the limits: the API manual. */
export function readLimitedText(
	value: unknown,
	field: string,
	maxLength: number,
): string | undefined {
	const text = readText(value, field);
	if (text !== undefined && text.length > maxLength) {
		throw new InvalidInput(
			`'${field}' is ${thousands(text.length)} characters long; TeamViewer takes at most ${thousands(maxLength)}`,
			'Shorten the text.',
		);
	}
	return text;
}

/** Several values: a list, or text separated by commas. Undefined when nothing was filled in. */
export function readList(value: unknown, field: string): string[] | undefined {
	const parts = Array.isArray(value) ? value : (readText(value, field)?.split(',') ?? []);
	const texts = parts
		.map((part) => readText(part, field)?.trim())
		.filter((part): part is string => part !== undefined && part !== '');
	return texts.length > 0 ? texts : undefined;
}

/** One of the values that a list of options offers, compared without case. */
export function readOption<T extends string>(
	value: unknown,
	field: string,
	options: readonly T[],
): T | undefined {
	const text = readText(value, field);
	if (text === undefined) return undefined;
	const option = options.find((candidate) => candidate.toLowerCase() === text.toLowerCase());
	if (option === undefined) {
		throw new InvalidInput(
			`'${field}' is ${quoted(text)}, which TeamViewer does not know`,
			`Use one of: ${options.join(', ')}.`,
		);
	}
	return option;
}

/** A switch as text, `true` or `false`; an expression may deliver either. Undefined when it was left out. */
export function readSwitch(value: unknown, field: string): 'true' | 'false' | undefined {
	const text = readText(value, field)?.trim().toLowerCase();
	if (text === undefined || text === 'true' || text === 'false') return text;
	throw new InvalidInput(`'${field}' must be true or false`, 'Turn it on or off, or leave it out.');
}

function thousands(count: number): string {
	return count.toLocaleString('en-US');
}
