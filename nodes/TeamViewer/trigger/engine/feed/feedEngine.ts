import type { IDataObject } from 'n8n-workflow';

import type { Engine, Means, Outcome } from '../engine';
import { keyOf, latestOf, SeenIds } from '../seenIds';
import { afterChunk, afterClimbing, beginBacklog, nextChunk, type Behind } from './backlog';
import type { Feed } from './feedDefinition';
import { FeedReader } from './feedReader';
import type { FeedState } from './feedState';
import { collectNew, newCounter } from './newRecords';
import { NOTHING_READ, readDown, type Entry, type Reading } from './readDown';
import { readFeedState } from './savedByFirstVersion';
import {
	afterFullScan,
	afterQuickScan,
	aim,
	baselineFloor,
	CLOCK_SLACK,
	fullScanIsDue,
	OVERDUE,
	quickScanFrom,
	takeBaseline,
	wideScanIsDue,
	wholeSecond,
	type Decision,
} from './scans';

/** How many samples a manual test shows. */
const SAMPLES = 10;

/** Samples are looked for on so many pages; what is wanted can be rare. */
const SAMPLE_PAGES = 3;

/** All ids of 10,000 reports a day, 24 hours and the slack for clocks: with the state, that is below 200 kB. */
const SPARE_IDS = 10_500;

/** What is spared beside a state that was itself begun with a spare copy, which then lies there too. */
const SPARE_IDS_BESIDE_ANOTHER = 1_000;

/** Emits every record that a list shows for the first time after the activation, once, oldest first. */
export class FeedEngine<T> implements Engine<FeedState> {
	readonly emptyMessage: string;
	readonly emptyRemedy: string;
	readonly window: number;
	private readonly reader: FeedReader<T>;

	constructor(
		private readonly feed: Feed<T>,
		private readonly means: Means,
	) {
		({
			emptyMessage: this.emptyMessage,
			emptyRemedy: this.emptyRemedy,
			window: this.window,
		} = feed);
		this.reader = new FeedReader(feed, means);
	}

	readState(value: unknown): FeedState | undefined {
		return readFeedState(value);
	}

	/** @param isAwaited what is listed but not to be taken for known. */
	async begin(
		isVeryFirst: boolean,
		isAwaited?: (record: T) => boolean,
	): Promise<Outcome<FeedState>> {
		const { feed, means } = this;
		const backfillFrom = isVeryFirst ? feed.backfillFrom : undefined;
		const bottom = baselineFloor(feed, means.now());
		// Where others used up the time, nothing is read, and everything up to now counts as known.
		const reading = means.budget.allowsRequest ? await this.readBaseline(bottom) : NOTHING_READ;
		const state = takeBaseline(feed, reading, means.now(), backfillFrom, isAwaited);
		return backfillFrom === undefined || !means.budget.allowsRequest
			? { items: [], names: [], state }
			: await this.next(state);
	}

	/**
	 * Reads what is there at the activation. Without an order, a reading that ends early tells nothing of the last minutes, in
	 * which by another clock the first events to come already lie: so these are read first, and whole.
	 */
	private async readBaseline(bottom: number): Promise<Reading<T>> {
		const { feed, means, reader } = this;
		const top = wholeSecond(means.now() - CLOCK_SLACK);
		if (!feed.isUnsorted || top <= bottom) {
			return await reader.read({ from: bottom - feed.reach }, bottom);
		}
		const latest = await reader.read({ from: top }, top);
		if (!latest.isComplete || !means.budget.allowsRequest) {
			return { ...latest, isComplete: false, oldest: undefined };
		}
		const older = await reader.read({ from: bottom - feed.reach, before: top }, bottom);
		return {
			...older,
			entries: [...latest.entries, ...older.entries],
			newest: latest.newest ?? older.newest,
			oldest: top,
			records: latest.records + older.records,
		};
	}

	/**
	 * @param limit until when the caller has met everything that may come into this list late: the floor stays a window below
	 * it. Milliseconds since 1970.
	 */
	async next(saved: FeedState, limit = Infinity): Promise<Outcome<FeedState>> {
		const begun = { ...saved, before: undefined, waitingFrom: undefined };
		const aimed = aim(begun, this.feed, this.means.now());
		const { floor, askedFrom, backlog } = aimed;
		const before = this.means.givesAgain ? { floor, askedFrom, backlog } : undefined;
		const state = { ...aimed, before };
		const decision = await this.decide(state, limit);
		return {
			items: decision.found.map(({ record }) => this.feed.item(record)),
			names: decision.found.map(({ id }) => keyOf(id)),
			state: decision.found.length > 0 ? decision.state : withoutBefore(decision.state),
		};
	}

	/** Goes back to where the poll before began, with its items not seen. */
	takeBack({ before, ...state }: FeedState, names: string[]): FeedState {
		// What is undefined is missing after n8n saved it, and has to replace what is there now all the same.
		const { floor, askedFrom, backlog } = before ?? state;
		const seen = new SeenIds(state.seen);
		for (const key of names) seen.forgetKey(key);
		const fullScan = { ...state.fullScan, at: OVERDUE };
		return { ...state, floor, askedFrom, backlog, seen: seen.save(floor), fullScan };
	}

	async samples(): Promise<IDataObject[]> {
		const everything = { floor: -Infinity, seen: {}, suppressed: [] };
		const count = newCounter(everything, this.feed);
		let pages = 0;
		const { entries } = await readDown(
			this.feed,
			this.reader.pages({}),
			-Infinity,
			(page) => count(page) < SAMPLES && ++pages < SAMPLE_PAGES,
		);
		const { found } = collectNew(everything, this.feed, entries, Infinity);
		return found.slice(-SAMPLES).map(({ record }) => this.feed.item(record));
	}

	spare(saved: FeedState, isBesideAnother: boolean): FeedState {
		const state = withoutBefore(saved);
		// What still has to be emitted lies above the floor, so then the floor has to stay.
		const { backlog, waitingFrom, fullScan } = state;
		if (backlog ?? waitingFrom ?? fullScan.at === OVERDUE) return state;
		const [seen, floor] = latestOf(
			state.seen,
			isBesideAnother ? SPARE_IDS_BESIDE_ANOTHER : SPARE_IDS,
		);
		return floor === undefined ? state : { ...state, seen, floor };
	}

	/** Whether the next poll has to read everything down to the floor. */
	isFullScanDue(state: FeedState): boolean {
		return fullScanIsDue(state, this.feed, this.means.now());
	}

	private async decide(state: FeedState, limit: number): Promise<Decision<T>> {
		if (state.backlog) return await this.workOff({ ...state, backlog: state.backlog }, limit);
		if (this.isFullScanDue(state)) return await this.scanAll(state, limit);
		return (await this.scanQuickly(state)) ?? (await this.scanAll(state, limit));
	}

	/**
	 * Only what came in order; in a wide scan also what ran long, or is late and stands on the first page all the same.
	 * Undefined when that is too much for a quick scan, and there is time for a full one.
	 */
	private async scanQuickly(state: FeedState): Promise<Decision<T> | undefined> {
		const { feed, means } = this;
		const isWide = wideScanIsDue(state, means.now());
		const from = isWide ? state.askedFrom : quickScanFrom(state);
		const page = feed.quickPage?.bind(feed);
		const reading = await this.reader.read({ from }, state.newest, { state, page });
		if (reading.isComplete)
			return afterQuickScan(state, feed, reading, means.maxItems, means.now(), isWide);
		if (means.budget.allowsRequest) return undefined;
		return { found: [], state: { ...state, fullScan: { ...state.fullScan, at: OVERDUE } } };
	}

	/** Everything down to the floor: late records and long connections too. */
	private async scanAll(state: FeedState, limit: number): Promise<Decision<T>> {
		const { feed, means } = this;
		const reading = await this.reader.read({ from: state.askedFrom }, state.floor, { state });
		const now = means.now();
		if (reading.isComplete) {
			return afterFullScan(state, feed, reading, means.maxItems, now, limit);
		}
		const behind = beginBacklog(state, feed, reading, now);
		if (feed.takesRange) return await this.workOff(behind, limit, true);
		const chunk = nextChunk(behind.backlog, feed, means.maxItems, means.maxItems);
		return afterClimbing(behind, feed, chunk, reading, means.maxItems, limit);
	}

	/**
	 * Goes on with a backlog as long as there is time, and room for half of the items that a poll may emit.
	 *
	 * @param isNew whether this poll began the backlog.
	 */
	private async workOff(begun: Behind, limit: number, isNew = false): Promise<Decision<T>> {
		const { feed, means } = this;
		const { maxItems, budget } = means;
		const found: Array<Entry<T>> = [];
		let state: FeedState = begun;

		while (state.backlog && found.length <= maxItems / 2 && budget.allowsRequest) {
			const before = { ...state, backlog: state.backlog };
			const room = maxItems - found.length;
			// What is done is kept; if TeamViewer still fails at the next poll, that one says so.
			const mayFail = isNew || state !== begun;
			const asked = this.reader.readChunk(before, room);
			const result = await (mayFail ? asked.catch(() => undefined) : asked);
			if (result === undefined) break;
			const { chunk, reading } = result;
			const decision = feed.takesRange
				? afterChunk(before, feed, chunk, reading, room, maxItems, limit)
				: afterClimbing(before, feed, chunk, reading, room, limit);
			for (const entry of decision.found) found.push(entry);
			state = aim(decision.state, feed, means.now());
			const isIdle = !reading.isComplete && decision.found.length === 0;
			if (isIdle && !(feed.takesRange && hasMoved(before, state))) break;
		}
		return { found, state };
	}
}

function withoutBefore({ before, ...state }: FeedState): FeedState {
	return before === undefined
		? state
		: { ...state, seen: new SeenIds(state.seen).save(state.floor) };
}

function hasMoved(before: Behind, { backlog }: FeedState): boolean {
	return (
		backlog === undefined ||
		backlog.at > before.backlog.at ||
		backlog.width < before.backlog.width ||
		backlog.unread?.token !== before.backlog.unread?.token
	);
}
