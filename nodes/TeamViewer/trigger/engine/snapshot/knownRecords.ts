import { isRecord } from '../../../teamviewer/isRecord';
import { KEY_LENGTH } from '../seenIds';

/** A page may lose a record while it is read, so only who is missing in so many rounds in a row is gone. */
const ROUNDS_UNTIL_GONE = 3;

/** Whether a record is in the watched state; `?` where TeamViewer did not tell. */
type Mark = 'y' | 'n' | '?';

/** What is known of a record. */
interface Known {
	mark: Mark;
	/** In so many rounds in a row it was not met. */
	missed: number;
	/** This round has met it. */
	isMet: boolean;
	/** It is to be given when it is met next, whatever its state is then. */
	isDue: boolean;
}

/** Records as they are saved: keys of equal length strung together, by what is known of them. */
export type SavedRecords = Record<string, string>;

/** `n0`, `y2`, `y0 met`, `n1 due`, `y0 met due`. */
const GROUP = /^([yn?])(\d)( met)?( due)?$/;

/** Everything that a snapshot has met, each record by the key of its id: ten thousand take 80 kB. */
export class KnownRecords {
	private readonly records = new Map<string, Known>();

	constructor(saved: SavedRecords) {
		for (const [group, keys] of Object.entries(saved)) {
			const [, mark, missed, met, due] = GROUP.exec(group) ?? [];
			for (let at = 0; at < keys.length; at += KEY_LENGTH) {
				this.records.set(keys.slice(at, at + KEY_LENGTH), {
					mark: mark as Mark,
					missed: Number(missed),
					isMet: met !== undefined,
					isDue: due !== undefined,
				});
			}
		}
	}

	has(key: string): boolean {
		return this.records.has(key);
	}

	isDue(key: string): boolean {
		return this.records.get(key)?.isDue === true;
	}

	wasOutOfState(key: string): boolean {
		return this.records.get(key)?.mark === 'n';
	}

	/**
	 * Notes that a record is listed.
	 *
	 * @param isInState undefined where TeamViewer does not tell: then it counts as it was.
	 */
	meet(key: string, isInState: boolean | undefined): void {
		const before = this.records.get(key);
		const mark = isInState === undefined ? (before?.mark ?? '?') : isInState ? 'y' : 'n';
		this.records.set(key, { mark, missed: 0, isMet: true, isDue: before?.isDue === true });
	}

	/** Notes whether a record is still to be given. */
	setDue(key: string, isDue: boolean): void {
		const known = this.records.get(key) ?? { mark: '?', missed: 0, isMet: false };
		this.records.set(key, { ...known, isDue });
	}

	/** The list was read to its end: who was not met is missing. */
	endRound(): void {
		for (const [key, known] of this.records) {
			const missed = known.isMet ? 0 : known.missed + 1;
			if (missed >= ROUNDS_UNTIL_GONE) this.records.delete(key);
			else this.records.set(key, { ...known, missed, isMet: false });
		}
	}

	/** The round begins anew: nobody was met, nobody is missing. */
	beginAnew(): void {
		for (const [key, known] of this.records) this.records.set(key, { ...known, isMet: false });
	}

	save(): SavedRecords {
		const groups = new Map<string, string[]>();
		for (const [key, { mark, missed, isMet, isDue }] of this.records) {
			const group = `${mark}${missed}${isMet ? ' met' : ''}${isDue ? ' due' : ''}`;
			const keys = groups.get(group);
			if (keys) keys.push(key);
			else groups.set(group, [key]);
		}
		return Object.fromEntries([...groups].map(([group, keys]) => [group, keys.join('')]));
	}
}

/** Whether a saved value holds records. */
export function isSavedRecords(value: unknown): value is SavedRecords {
	return (
		isRecord(value) &&
		Object.entries(value).every(
			([group, keys]) =>
				GROUP.test(group) && typeof keys === 'string' && keys.length % KEY_LENGTH === 0,
		)
	);
}
