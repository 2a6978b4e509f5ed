import { InvalidInput } from '../errors/invalidInput';
import { field, type Field, type Wording } from './field';
import { trimmedText } from './plainText';

/** A switch; its description begins with "Whether". An expression may give it as text. */
export function toggle(wording: Wording & { default: boolean }): Field<boolean | undefined> {
	return field<boolean | undefined>(
		wording,
		{ type: 'boolean', default: wording.default },
		(value, label) => {
			const given = trimmedText(value, label)?.toLowerCase();
			if (given === undefined) return undefined;
			if (given === 'true' || given === 'false') return given === 'true';
			throw new InvalidInput(
				`'${label}' must be true or false`,
				'Turn it on or off, or leave it out.',
			);
		},
	);
}
