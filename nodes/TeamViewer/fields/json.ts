import { InvalidInput } from '../errors/invalidInput';
import { field, type Field, type Wording } from './field';
import { plainText } from './plainText';

/** JSON; an expression may give the value itself. */
export function json<T>(
	wording: Wording & {
		default: string;
		/** Whether it is what TeamViewer takes. */
		isAllowed: (value: unknown) => value is T;
		/** Ends the sentence `'Settings' must be …`. */
		kind: string;
	},
): Field<T | undefined> {
	return field<T | undefined>(
		wording,
		{ type: 'json', default: wording.default },
		(value, label) => {
			const given = typeof value === 'object' && value !== null ? value : parse(value, label);
			if (given === undefined || wording.isAllowed(given)) return given;
			throw new InvalidInput(`'${label}' must be ${wording.kind}`, wording.whenEmpty);
		},
	);
}

function parse(value: unknown, label: string): unknown {
	const given = plainText(value, label)?.trim();
	if (!given) return undefined;
	const parsed = parsedOrNothing(given);
	if (parsed === undefined) {
		throw new InvalidInput(
			`'${label}' is not valid JSON`,
			'Check its brackets, commas and quotes.',
		);
	}
	return parsed;
}

function parsedOrNothing(given: string): unknown {
	try {
		return JSON.parse(given) as unknown;
	} catch {
		return undefined;
	}
}
