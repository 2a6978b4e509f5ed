import { quoted } from '../../errors/quoted';
import type { Field, Wording } from '../field';
import { text } from '../text';

interface NameWording extends Wording {
	placeholder: string;
	/** Whether TeamViewer finds what has the text somewhere in its name; `unknown` where no source says. */
	isPartEnough: true | 'unknown';
}

/** A filter by name: what people type there often is not the whole of it. */
export interface NameFilter extends Field<string | undefined> {
	/** What to tell where this name has found nothing; undefined where it was not asked for. */
	whenNothingFits(name: string | undefined): string | undefined;
}

/** A filter by name, which says how TeamViewer compares it, at the field and again where nothing is found. */
export function nameFilter({ isPartEnough, ...wording }: NameWording): NameFilter {
	const rule =
		isPartEnough === true
			? 'A part of the name is enough.'
			: 'Whether a part of the name is enough is not documented: give the whole name.';
	const description = `${wording.description.replace(/\.$/, '')}. ${rule}`;
	return {
		...text({ ...wording, description }),
		whenNothingFits: (name) =>
			name === undefined
				? undefined
				: `Nothing found with '${wording.displayName}' ${quoted(name)}. ${rule}`,
	};
}

/** What to tell where nothing was found, the names that were asked for first. */
export function together(...hints: [...Array<string | undefined>, string]): string {
	return hints.filter((hint) => hint !== undefined).join(' ');
}
