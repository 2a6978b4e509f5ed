import { InvalidInput } from '../errors/invalidInput';
import { field, type Field, type Wording } from './field';
import { trimmedText } from './plainText';

interface NumberWording extends Wording {
	default: number;
	/** The smallest that n8n lets a user choose. */
	minimum: number;
	/** The smallest that is read, where it is another one. */
	isAllowed?: (number: number) => boolean;
	/** Ends the sentence `'Limit' must be …`. */
	kind: string;
	/** What to do about another value. */
	remedy?: string;
}

/** A number; an expression may give it as text. */
export function number(wording: NumberWording): Field<number | undefined> {
	const { minimum, kind, remedy, isAllowed = (given) => given >= minimum } = wording;
	return field<number | undefined>(
		wording,
		{ type: 'number', typeOptions: { minValue: minimum }, default: wording.default },
		(value, label) => {
			const given = trimmedText(value, label);
			if (given === undefined) return undefined;
			if (Number.isFinite(Number(given)) && isAllowed(Number(given))) return Number(given);
			throw new InvalidInput(`'${label}' must be ${kind}`, remedy);
		},
	);
}
