import type { IDataObject } from 'n8n-workflow';

import type { ConnectionReportQuery } from '../../teamviewer/connectionReports';
import { toTeamViewerDate } from '../../teamviewer/dates';
import { readPages, type Page } from '../../teamviewer/pages';
import { simplifyReport } from '../../teamviewer/simplify/connectionReport';
import type { ConnectionReport } from '../../teamviewer/types';
import type { Budget } from '../budget';
import type { Outcome, Source } from '../source';
import {
	afterPiece,
	afterShortLook,
	afterWholeLook,
	aim,
	baselineHorizon,
	beginPass,
	inside,
	isOverdue,
	nextPiece,
	shortLook,
	takeBaseline,
	wholeLookIsDue,
	type Decision,
	type Piece,
} from './decide';
import { latestOf } from '../memory';
import { chooseNews, newsCounter } from './news';
import type { ReportOptions } from './options';
import { readDown, type EndedReport, type Reading } from './reading';
import { isReportState, type Pass, type ReportState } from './state';

type Filters = Omit<ConnectionReportQuery, 'from_date' | 'to_date'>;

/** What the source needs of the world; tests play it. */
export interface ReportWorld {
	/** One page of `GET /reports/connections`. */
	list(query: ConnectionReportQuery, token?: string): Promise<Page<ConnectionReport>>;
	/** The clock; milliseconds since 1970. */
	now(): number;
	budget: Budget;
}

/** How many samples a manual test shows. */
const SAMPLES = 10;

/** Samples are looked for on so many pages; a filter by duration can make them rare. */
const SAMPLE_PAGES = 3;

/** The whole memory at 10,000 reports a day, 24 hours and the slack for clocks: with the state, it is below 200 kB. */
const SPARE_IDS = 10_500;

/** What is spared beside a state that was itself begun with a spare copy, which then lies there too. */
const SPARE_IDS_BESIDE_ANOTHER = 1_000;

/**
 * Where `to_date` limits the start, a connection that ends before it starts, by clocks that were set, would lie neither in
 * the piece above nor in the one below. Milliseconds.
 */
const BACKWARDS = 60_000;

/** Connection reports: every one that TeamViewer lists after the activation, once. */
export class ReportSource implements Source<ReportState> {
	readonly emptyMessage = 'There is no connection report to show';
	readonly emptyRemedy =
		'Change the filters, or make a connection and end it. TeamViewer lists nothing, too, while connection reporting is off for the user, or when the right to see connections is missing.';

	constructor(
		private readonly world: ReportWorld,
		private readonly filters: Filters,
		private readonly options: ReportOptions,
		private readonly simplify: boolean,
	) {}

	isState(value: unknown): value is ReportState {
		return isReportState(value);
	}

	async begin(isVeryFirst: boolean): Promise<Outcome<ReportState>> {
		const { world } = this;
		const options = isVeryFirst ? this.options : { ...this.options, backfillFrom: undefined };
		const bottom = baselineHorizon(options, world.now());
		const reading = await this.read(bottom - options.longest, { bottom });
		const state = takeBaseline(options, reading, world.now());
		return options.backfillFrom === undefined ? { items: [], state } : await this.next(state);
	}

	async next(saved: ReportState): Promise<Outcome<ReportState>> {
		const state = aim(saved, this.options, this.world.now());
		const decision = await this.decide(state);
		return { ...decision, items: decision.items.map(this.toItem) };
	}

	private async decide(state: ReportState): Promise<Decision> {
		if (state.pass) return await this.workOff({ ...state, pass: state.pass });
		if (wholeLookIsDue(state, this.options.thrift, this.world.now()))
			return await this.lookWhole(state);
		return (await this.lookShort(state)) ?? (await this.lookWhole(state));
	}

	async samples(): Promise<IDataObject[]> {
		const { minimumDuration } = this.options;
		const everything = { horizon: -Infinity, memory: {}, muted: [] };
		const count = newsCounter(everything, minimumDuration);
		let pages = 0;
		const reading = await readDown(
			this.pages({}),
			-Infinity,
			(reports) => count(reports) < SAMPLES && ++pages < SAMPLE_PAGES,
		);
		const { news } = chooseNews(everything, reading.reports, Infinity, minimumDuration);
		return news.slice(-SAMPLES).map(this.toItem);
	}

	spare(state: ReportState, isBesideAnother: boolean): ReportState {
		// What still has to be emitted lies above the horizon, so then the horizon has to stay.
		if (state.pass ?? isOverdue(state)) return state;
		const [memory, horizon] = latestOf(
			state.memory,
			isBesideAnother ? SPARE_IDS_BESIDE_ANOTHER : SPARE_IDS,
		);
		return horizon === undefined ? state : { ...state, memory, horizon };
	}

	/** The end of the list only, as one poll: what arrived in order. Undefined when that is too much for a short look. */
	private async lookShort(state: ReportState): Promise<Decision | undefined> {
		const { from, bottom } = shortLook(state);
		const reading = await this.read(from, { bottom }, state);
		return reading.complete
			? afterShortLook(state, reading, this.options, this.world.now())
			: undefined;
	}

	/** Everything down to the horizon: late reports and long connections too. */
	private async lookWhole(state: ReportState): Promise<Decision> {
		const reading = await this.read(state.askedFrom, { bottom: state.horizon }, state);
		return reading.complete
			? afterWholeLook(state, reading, this.options, this.world.now())
			: await this.workOff(beginPass(state, reading, this.world.now()), true);
	}

	/**
	 * Goes on with a pass as long as there is time, and room for half of the items that a poll may emit.
	 *
	 * @param isNew whether this poll began the pass.
	 */
	private async workOff(begun: ReportState & { pass: Pass }, isNew = false): Promise<Decision> {
		const { maxItems } = this.options;
		const items: ConnectionReport[] = [];
		let state: ReportState = begun;

		while (state.pass && items.length <= maxItems / 2 && this.world.budget.allowsRequest) {
			const before = { ...state, pass: state.pass };
			const room = maxItems - items.length;
			const piece = nextPiece(before.pass, room, this.options);
			// What is done is kept; if TeamViewer still fails at the next poll, that one says so.
			const mayFail = isNew || state !== begun;
			const asked = this.readPiece(piece, before, room);
			const reading = await (mayFail ? asked.catch(() => undefined) : asked);
			if (reading === undefined) break;
			const decision = afterPiece(before, piece, reading, this.options, room);
			items.push(...decision.items);
			state = aim(decision.state, this.options, this.world.now());
			if (!reading.complete && decision.items.length === 0 && !hasMoved(before, state)) break;
		}
		return { items, state };
	}

	private async readPiece(piece: Piece, state: ReportState, room: number): Promise<Reading> {
		const reading = this.read(state.askedFrom, piece, state, room);
		if (piece.offset === undefined) return await reading;
		// The report that an earlier poll came to may be gone. Otherwise the next request fails too.
		const fromTop = { ...piece, offset: undefined };
		return await reading.catch(async () => await this.read(state.askedFrom, fromTop, state, room));
	}

	/**
	 * Reads from the newest end, or from the top of a piece, down to the bottom; stops early when the time is over or more
	 * is new than one poll may emit.
	 */
	private async read(
		from: number,
		{ bottom, top, offset }: Partial<Piece> & { bottom: number },
		state?: ReportState,
		room = this.options.maxItems,
	): Promise<Reading> {
		const count = state && newsCounter(state, this.options.minimumDuration);
		const within = (reports: EndedReport[]) =>
			top === undefined ? reports : inside({ bottom, top }, reports);
		return await readDown(
			this.pages(
				{
					from_date: toTeamViewerDate(from),
					...(top !== undefined && { to_date: toTeamViewerDate(top + BACKWARDS) }),
				},
				offset,
			),
			bottom,
			(reports) =>
				(count === undefined || count(within(reports)) <= room) && this.world.budget.allowsRequest,
		);
	}

	private pages(
		dates: ConnectionReportQuery,
		offset?: string,
	): AsyncIterable<Page<ConnectionReport>> {
		return readPages(
			async (token) =>
				await this.world.budget.spend(
					async () => await this.world.list({ ...this.filters, ...dates }, token),
				),
			{ token: offset },
		);
	}

	private readonly toItem = (report: ConnectionReport): IDataObject =>
		(this.simplify ? simplifyReport(report) : report) as IDataObject;
}

function hasMoved(before: { pass: Pass }, { pass }: ReportState): boolean {
	return (
		pass === undefined ||
		pass.at > before.pass.at ||
		pass.width < before.pass.width ||
		pass.unread?.offset !== before.pass.unread?.offset
	);
}
