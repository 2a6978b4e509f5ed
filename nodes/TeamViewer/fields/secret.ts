import { field, type Field, type Wording } from './field';
import { plainText } from './plainText';
import { checkLength } from './text';

interface SecretWording extends Wording {
	minLength?: number;
	maxLength?: number;
}

/** A password or the like: shown as dots, sent untouched, never repeated by an error. */
export function secret(wording: SecretWording): Field<string | undefined> {
	return field<string | undefined>(
		wording,
		{ type: 'string', typeOptions: { password: true }, default: '' },
		(value, label) => {
			const given = plainText(value, label);
			if (given !== undefined) checkLength(given, label, wording);
			return given;
		},
	);
}
