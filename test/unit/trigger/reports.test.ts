import type { IDataObject } from 'n8n-workflow';

import type { TeamViewerClient } from '../../../nodes/TeamViewer/teamviewer/client';
import { Budget } from '../../../nodes/TeamViewer/trigger/engine/budget';
import type { Engine } from '../../../nodes/TeamViewer/trigger/engine/engine';
import type { FeedState } from '../../../nodes/TeamViewer/trigger/engine/feed/feedState';
import { connectionReportCreated } from '../../../nodes/TeamViewer/trigger/events/connectionReportCreated';
import { asJson } from './simulation/line';
import { DAY, HOUR, MINUTE, SECOND } from './simulation/moments';
import { ReportModel, type Connection, type Manners } from './simulation/reportModel';

const NOON = Date.UTC(2026, 10, 22, 12);

/** An account and a trigger that watches it, with a clock that the test moves. */
class Account {
	time = NOON;
	latency = 0;
	budget = 30_000;
	requests = 0;
	/** Which of a poll's requests fails; 0 for none. */
	failsAt = 0;
	maxItems = 1000;
	backfillFrom: number | undefined;
	state: FeedState | undefined;
	private readonly connections: Connection[] = [];
	private readonly model: ReportModel;

	constructor(manners: Partial<Manners> = {}) {
		this.model = new ReportModel(
			this.connections,
			{
				toDateMeans: 'end',
				pageSize: 1000,
				runningFirst: true,
				remembersDeleted: true,
				...manners,
			},
			() => this.time,
		);
	}

	/** Reports whose connections end evenly spread over a time before now. */
	reports(count: number, over: number, fields: Partial<Connection> = {}): string[] {
		return Array.from({ length: count }, (_, index) => {
			const end = this.time - Math.floor((over * (count - index)) / count / SECOND) * SECOND;
			const id = `report-${String(this.connections.length).padStart(6, '0')}`;
			this.connections.push({
				...{ id, start: end - 10 * MINUTE, end, publishedAt: end },
				...{ listedWhileRunning: false, deletedAt: Infinity },
				...fields,
			});
			return id;
		});
	}

	async poll(after = MINUTE): Promise<string[]> {
		this.time += after;
		this.requests = 0;
		const { items, state } = await (this.state
			? this.engine.next(this.state)
			: this.engine.begin(true));
		this.state = state as FeedState;
		return items.map(({ id }) => String(id).toLowerCase());
	}

	spare(isBesideAnother = false): FeedState {
		return this.engine.spare(this.state, isBesideAnother) as FeedState;
	}

	isState(value: object): boolean {
		return this.engine.readState(value) !== undefined;
	}

	private get engine(): Engine<unknown> {
		const client = {
			get: async (_path: string, { offset_id: token, ...query }: Record<string, string>) => {
				this.requests += 1;
				this.time += this.latency;
				if (this.requests === this.failsAt) throw new Error('TeamViewer fails');
				return asJson('records', this.model.list(query, token)) as IDataObject;
			},
		} as unknown as TeamViewerClient;
		return connectionReportCreated.engine({
			client,
			means: {
				budget: new Budget(this.budget, () => this.time),
				now: () => this.time,
				maxItems: this.maxItems,
				givesAgain: false,
			},
			query: {},
			filters: {},
			options: { backfillFrom: this.backfillFrom } as object,
			simplify: false,
		});
	}
}

describe('a poll of connection reports', () => {
	it('is short while the last full scan was dear, and finds what arrived in order at once', async () => {
		const account = new Account();
		account.reports(3_000, 20 * HOUR);
		await account.poll();
		expect(account.requests).toBe(3);
		expect(await account.poll()).toEqual([]);
		expect(account.requests).toBe(1);
		const [fresh] = account.reports(1, MINUTE);
		expect(await account.poll()).toEqual([fresh]);
		expect(account.requests).toBe(1);
	});

	it('finds a late report and a long connection within the hour, however many reports there are', async () => {
		const account = new Account();
		account.reports(3_000, 20 * HOUR);
		await account.poll();
		const end = account.time - 15 * HOUR;
		const [late] = account.reports(1, 0, { start: end - MINUTE, end, publishedAt: account.time });
		const [long] = account.reports(1, 0, { start: account.time - 5 * DAY, end: account.time });
		const found: string[] = [];
		for (let minute = 0; minute < 60; minute++) found.push(...(await account.poll()));
		expect(found.sort()).toEqual([late, long].sort());
	});

	it('looks at everything at once after a gap of an hour', async () => {
		const account = new Account();
		account.reports(3_000, 20 * HOUR);
		await account.poll();
		const end = account.time - 15 * HOUR;
		const [late] = account.reports(1, 0, { start: end - MINUTE, end, publishedAt: account.time });
		expect(await account.poll(HOUR)).toEqual([late]);
	});

	it('goes on at the next poll where one poll had no room for all', async () => {
		const account = new Account();
		account.maxItems = 3;
		await account.poll();
		const all = account.reports(7, 10 * SECOND, { publishedAt: account.time });
		expect(await account.poll()).toEqual(all.slice(0, 3));
		expect(await account.poll()).toEqual(all.slice(3, 6));
		expect(await account.poll()).toEqual(all.slice(6));
	});

	it.each(['end', 'start'] as const)(
		'works off what is too much for one poll from the oldest end, when to_date means the %s',
		async (toDateMeans) => {
			const account = new Account({ toDateMeans, pageSize: 20 });
			account.maxItems = 50;
			account.latency = 2 * SECOND;
			account.budget = 20 * SECOND;
			await account.poll();
			account.time += 10 * DAY;
			const all = account.reports(1_000, 9 * DAY);
			const found: string[] = [];
			for (let polls = 0; polls < 150 && found.length < 1_000; polls++) {
				const begun = account.time + MINUTE;
				found.push(...(await account.poll()));
				expect(account.time - begun).toBeLessThanOrEqual(22 * SECOND);
			}
			expect(found).toEqual(all);
		},
	);

	it.each([
		['many long connections run at once', 'end', HOUR],
		['many long connections run at once', 'start', HOUR],
		['many end in one second', 'end', 0],
		['many end in one second', 'start', 0],
	] as const)(
		'gets on where %s, too many for one poll, when to_date means the %s',
		async (_case, toDateMeans, apart) => {
			const account = new Account({ toDateMeans, pageSize: 5 });
			account.latency = 2 * SECOND;
			account.budget = 6 * SECOND;
			await account.poll();
			account.time += 5 * DAY;
			const start = account.time - 4 * DAY;
			const all = account.reports(60, 60 * apart, { start });
			const found: string[] = [];
			for (let polls = 0; polls < 1_000 && found.length < 60; polls++) {
				// Every seventh poll fails at its first request.
				account.failsAt = polls % 7 === 0 ? 1 : 0;
				const asked = account.poll();
				found.push(...(await (account.failsAt > 0 ? asked.catch(() => []) : asked)));
			}
			expect(found.sort()).toEqual(all);
		},
	);

	it.each(['end', 'start'] as const)(
		'finds those of a backlog too that end before they start, when to_date means the %s',
		async (toDateMeans) => {
			const account = new Account({ toDateMeans, pageSize: 20 });
			account.maxItems = 10;
			await account.poll();
			account.time += 6 * DAY;
			const all = Array.from({ length: 300 }, (_, index) => {
				const end = account.time - (300 - index) * 25 * MINUTE;
				return account.reports(1, 0, { start: end + 50 * SECOND, end, publishedAt: end });
			}).flat();
			const found: string[] = [];
			for (let polls = 0; polls < 100; polls++) found.push(...(await account.poll()));
			expect(found.sort()).toEqual(all);
		},
	);

	it('keeps what it has read when TeamViewer fails in the middle of a backlog, and throws when it fails at once', async () => {
		const account = new Account({ pageSize: 20 });
		account.maxItems = 50;
		await account.poll();
		account.time += 10 * DAY;
		const all = account.reports(500, 9 * DAY);
		const found: string[] = [];
		while (account.state?.backlog === undefined) found.push(...(await account.poll()));
		account.failsAt = 1;
		const before = account.state;
		await expect(account.poll()).rejects.toThrow('TeamViewer fails');
		expect(account.state).toBe(before);
		for (let polls = 0; polls < 100 && found.length < 500; polls++) {
			account.failsAt = polls % 2 === 0 ? 2 : 0;
			found.push(...(await account.poll().catch(() => [])));
		}
		expect(found).toEqual(all);
	});

	it('reads to the end where a page is out of order', async () => {
		const account = new Account({ pageSize: 5 });
		account.reports(20, 30 * HOUR);
		await account.poll();
		const model = (account as unknown as { model: ReportModel }).model;
		model.shuffled = true;
		const fresh = account.reports(7, 10 * SECOND, { publishedAt: account.time });
		expect((await account.poll()).sort()).toEqual(fresh.sort());
	});

	it('is not led into the future by a report that ended there', async () => {
		const account = new Account();
		await account.poll();
		const end = account.time + 30 * DAY;
		const [odd] = account.reports(1, 0, { end, publishedAt: account.time });
		expect(await account.poll()).toEqual([odd]);
		const [fresh] = account.reports(1, SECOND);
		expect(await account.poll()).toEqual([fresh]);
		expect(await account.poll()).toEqual([]);
	});
});

it('A state with a moment that no date can tell is none', async () => {
	const account = new Account();
	await account.poll();
	expect(account.isState({ ...account.state })).toBe(true);
	expect(account.isState({ ...account.state, floor: 1e300 })).toBe(false);
});

describe('the spare copy of the state', () => {
	it('is the whole state at 10,000 reports a day, and both are below 200 kB', async () => {
		const account = new Account();
		account.reports(10_000, 24 * HOUR);
		await account.poll();
		expect(account.spare()).toEqual(account.state);
		expect(2 * JSON.stringify(account.state).length).toBeLessThan(190_000);
	});

	it.each([
		['where more are remembered', 15_000, false, 95_000],
		['beside another spare copy', 8_000, true, 12_000],
	])(
		'is smaller %s, and then treats what it forgot as known',
		async (_, count, isBesideAnother, most) => {
			const account = new Account();
			account.reports(count, 20 * HOUR);
			await account.poll();
			const spare = account.spare(isBesideAnother);
			expect(JSON.stringify(spare).length).toBeLessThan(most);
			account.state = { ...spare, fullScan: { at: 0, records: count } };
			expect(await account.poll()).toEqual([]);
			const [fresh] = account.reports(1, MINUTE);
			expect(await account.poll()).toEqual([fresh]);
		},
	);

	it('is whole while a backlog waits', async () => {
		const account = new Account();
		account.maxItems = 10;
		account.reports(8_000, 20 * HOUR);
		await account.poll();
		account.reports(30, MINUTE, { publishedAt: account.time });
		await account.poll();
		expect(account.spare()).toEqual(account.state);
	});
});

it("A backfill leaves out what started before it, though by n8n's clock it ends only soon", async () => {
	const account = new Account();
	account.backfillFrom = NOON - 25 * HOUR;
	account.reports(1, HOUR, {
		start: NOON - 192.5 * HOUR,
		end: NOON + 30 * SECOND,
		publishedAt: NOON - SECOND,
	});
	expect(await account.poll(0)).toEqual([]);
	expect(await account.poll()).toEqual([]);
});
