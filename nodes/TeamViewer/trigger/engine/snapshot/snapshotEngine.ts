import type { IDataObject } from 'n8n-workflow';

import { readPage, type Page } from '../../../teamviewer/pages';
import type { Engine, Means, Outcome } from '../engine';
import { keyOf } from '../seenIds';
import { KnownRecords } from './knownRecords';
import type { Snapshot } from './snapshotDefinition';
import { isSnapshotState, type SnapshotState } from './snapshotState';

/** How many samples a manual test shows, and on how many pages they are looked for. */
const SAMPLES = 10;
const SAMPLE_PAGES = 3;

/** Where a list has pages, one round can lose a record that moved to a page already read; a second one finds it. */
const BASELINE_ROUNDS = 2;

/** How long a state may go on where its node is gone and another one has taken its name. Milliseconds. */
const DAY = 24 * 3_600_000;

/** Where a round through the list stands. */
type Place = Omit<SnapshotState, 'known'>;

/** A page that was read, and where the round stood then. */
interface Reading<T> {
	page: Page<T>;
	at: Place;
}

/** A record that is an event. */
interface Event<T> {
	key: string;
	record: T;
}

/**
 * Emits every record that appears in a list, or whose state there changes, once. The list is read page by page, from where
 * the poll before left off to its end.
 */
export class SnapshotEngine<T> implements Engine<SnapshotState> {
	readonly emptyMessage: string;
	readonly emptyRemedy: string;
	readonly window = DAY;
	/** The pages that this poll asked for in this round. */
	private readonly asked = new Set<string | undefined>();

	constructor(
		private readonly snapshot: Snapshot<T>,
		private readonly means: Means,
	) {
		({ emptyMessage: this.emptyMessage, emptyRemedy: this.emptyRemedy } = snapshot);
	}

	readState(value: unknown): SnapshotState | undefined {
		return isSnapshotState(value) ? value : undefined;
	}

	async begin(): Promise<Outcome<SnapshotState>> {
		return await this.next({ known: {}, baseline: BASELINE_ROUNDS });
	}

	async next({ known: saved, ...begun }: SnapshotState): Promise<Outcome<SnapshotState>> {
		const known = new KnownRecords(saved);
		const found: Array<Event<T>> = [];
		let place: Place = begun;
		let reading = await this.firstPage(begun, known);
		for (;;) {
			const { page, at } = reading;
			// What finds no room is given by the next polls, which read this page again.
			const hasRoom = this.take(page, known, found, at);
			place = hasRoom ? goOn(at, page, known) : at;
			const isDone = page.next === undefined && place.baseline === undefined;
			if (!hasRoom || isDone || !this.means.budget.allowsRequest) break;
			const later = await this.laterPage(place);
			if (!later) break;
			reading = later;
		}
		return {
			items: found.map(({ record }) => this.snapshot.item(record)),
			names: found.map(({ key }) => key),
			state: { known: known.save(), ...place },
		};
	}

	/** What is to be given again is given when it is met next, also where its state has changed since. */
	takeBack({ known: saved, ...place }: SnapshotState, names: string[]): SnapshotState {
		const known = new KnownRecords(saved);
		for (const key of names) known.setDue(key, true);
		return { ...place, known: known.save() };
	}

	async samples(): Promise<IDataObject[]> {
		const { snapshot } = this;
		const found: T[] = [];
		let token: string | undefined;
		for (let pages = 0; pages < SAMPLE_PAGES && found.length < SAMPLES; pages++) {
			const { records, next } = await this.page(token);
			for (const record of records) {
				if (snapshot.isInState?.(record) ?? !snapshot.isInState) found.push(record);
			}
			if (next === undefined) break;
			token = next;
		}
		return found.slice(0, SAMPLES).map((record) => snapshot.item(record));
	}

	spare(state: SnapshotState): SnapshotState {
		return state;
	}

	/** A poll's first page. Where it fails in the midst of a round, its token may have died: the round begins anew. */
	private async firstPage(at: Place, known: KnownRecords): Promise<Reading<T>> {
		const asked = this.page(at.token).then((page) => ({ page, at }));
		return await asked.catch(async (error: unknown) => {
			if (at.token === undefined || !this.means.budget.allowsRequest) throw error;
			known.beginAnew();
			return { page: await this.page(), at: { baseline: at.baseline, odd: at.token } };
		});
	}

	/** A further page. Where it fails, what was read is kept; if it still fails at the next poll, that one says so. */
	private async laterPage(at: Place): Promise<Reading<T> | undefined> {
		const asked = this.page(at.token).then((page) => ({ page, at }));
		return await asked.catch((error: unknown) => {
			if (at.token !== undefined && at.token === at.odd) throw error;
			return undefined;
		});
	}

	private async page(token?: string): Promise<Page<T>> {
		if (token === undefined) this.asked.clear();
		return await this.means.budget.spend(
			async () => await readPage(async (next) => await this.snapshot.page(next), token, this.asked),
		);
	}

	/**
	 * Compares a page with what is known.
	 *
	 * @returns whether everything that is an event found room.
	 */
	private take(
		{ records }: Page<T>,
		known: KnownRecords,
		found: Array<Event<T>>,
		{ baseline }: Place,
	): boolean {
		let hasRoom = true;
		for (const record of records) {
			const id = this.snapshot.id(record);
			if (id === undefined) continue;
			const key = keyOf(id);
			const isEvent = this.isEvent(record, key, known);
			const isInState = this.snapshot.isInState?.(record);
			// What changes during the baseline shows afterwards.
			known.meet(key, baseline && known.has(key) ? undefined : isInState);
			if (baseline || !isEvent) continue;
			if (found.length < this.means.maxItems) found.push({ key, record });
			else hasRoom = false;
			known.setDue(key, !hasRoom);
		}
		return hasRoom;
	}

	private isEvent(record: T, key: string, known: KnownRecords): boolean {
		const { isInState } = this.snapshot;
		if (known.isDue(key)) return true;
		return isInState ? known.wasOutOfState(key) && isInState(record) === true : !known.has(key);
	}
}

/** Where the round stands after a page that was taken whole. */
function goOn(place: Place, { next }: Page<unknown>, known: KnownRecords): Place {
	const { token, odd, baseline } = place;
	if (next !== undefined) {
		return { token: next, odd: token === odd ? undefined : odd, baseline };
	}
	known.endRound();
	// A list of one page is read at one moment.
	return { baseline: baseline && token !== undefined ? baseline - 1 || undefined : undefined };
}
