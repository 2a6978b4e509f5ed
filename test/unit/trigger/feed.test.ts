import { Budget } from '../../../nodes/TeamViewer/trigger/engine/budget';
import type { Feed } from '../../../nodes/TeamViewer/trigger/engine/feed/feedDefinition';
import { FeedEngine } from '../../../nodes/TeamViewer/trigger/engine/feed/feedEngine';
import type { FeedState } from '../../../nodes/TeamViewer/trigger/engine/feed/feedState';
import { HOUR, MINUTE, SECOND } from './simulation/moments';

const NOON = Date.UTC(2026, 10, 22, 12);
const PAGE = 50;

interface Entry {
	what: string;
	at: number;
}

/** A log whose entries have no id and no order, told by ranges of dates and pages of 50. */
class Log {
	readonly entries: Entry[] = [];
	time = NOON;
	requests = 0;
	budget = 30_000;
	latency = 0;
	maxItems = 1000;
	/** How far n8n's clock is ahead of the log's. */
	ahead = 0;
	/** Whether nobody promises an order; then it tells by what the list is sorted. */
	sortedBy: ((entry: Entry) => number) | undefined;
	private state: FeedState | undefined;

	add(what: string, ago = 0, count = 1): void {
		for (let index = 0; index < count; index++) this.entries.push({ what, at: this.time - ago });
	}

	async poll(after = MINUTE): Promise<string[]> {
		this.time += after;
		this.requests = 0;
		const means = {
			budget: new Budget(this.budget, () => this.time),
			now: () => this.time + this.ahead,
			maxItems: this.maxItems,
			givesAgain: false,
		};
		const engine = new FeedEngine(this.feed, means);
		const { items, state } = await (this.state ? engine.next(this.state) : engine.begin(true));
		this.state = state;
		return items.map(({ what }) => String(what));
	}

	private get feed(): Feed<Entry> {
		return {
			page: async ({ from = 0, before = Infinity }, token = '0') => {
				this.requests += 1;
				this.time += this.latency;
				const key = this.sortedBy ?? (({ at }) => at % 7_000);
				const all = this.entries
					.filter(({ at }) => at >= from && at < before)
					.sort((one, other) => key(one) - key(other));
				const end = Number(token) + PAGE;
				const records = all.slice(Number(token), end);
				return { records, ...(end < all.length && { next: String(end) }) };
			},
			id: ({ what, at }) => `${what} ${at}`,
			order: ({ at }) => at,
			item: ({ what }) => ({ what }),
			window: HOUR,
			reach: 0,
			takesRange: true,
			isUnsorted: this.sortedBy !== undefined,
			countsEqualRecords: true,
			emptyMessage: '',
			emptyRemedy: '',
		};
	}
}

describe('a feed without ids and without order', () => {
	it('emits equal entries as many times as they are listed', async () => {
		const log = new Log();
		log.add('login');
		await log.poll();
		log.add('login', 30 * SECOND, 2);
		log.add('logout', 30 * SECOND);
		expect((await log.poll()).sort()).toEqual(['login', 'login', 'logout']);
		expect(await log.poll()).toEqual([]);
		log.add('login', 150 * SECOND);
		expect(await log.poll()).toEqual(['login']);
	});

	it('works off a backlog that no poll could read, everything once', async () => {
		const log = new Log();
		await log.poll();
		const expected: string[] = [];
		for (let entry = 0; entry < 2_000; entry++) {
			log.time += 20 * SECOND;
			log.add(`entry ${entry % 500}`);
			expected.push(`entry ${entry % 500}`);
		}
		log.latency = 2 * SECOND;
		log.maxItems = 150;
		const found: string[] = [];
		for (let poll = 0; poll < 100; poll++) found.push(...(await log.poll()));
		expect(found).toEqual(expected);
	});

	it('takes for known what the first poll had no time to read, though what it read was sorted', async () => {
		const log = new Log();
		log.sortedBy = ({ what, at }) => (what === 'listed last' ? 0 : -1) * NOON - at;
		for (let entry = 0; entry < 2 * PAGE; entry++) {
			log.add('listed first', (30 + entry / 4) * MINUTE);
		}
		log.add('listed last', 20 * MINUTE);
		log.latency = 10 * SECOND;
		await log.poll();
		log.latency = 0;
		log.add('new');
		expect(await log.poll(5 * MINUTE)).toEqual(['new']);
	});

	it('emits what comes after a backlog with the next poll, where n8n’s clock is a quarter of an hour ahead', async () => {
		const log = new Log();
		log.ahead = 15 * MINUTE;
		log.sortedBy = ({ at }) => at;
		await log.poll();
		for (let entry = 0; entry < 500; entry++) {
			log.time += 6 * SECOND;
			log.add(`entry ${entry}`);
		}
		log.latency = 4 * SECOND;
		let found = 0;
		for (let poll = 0; poll < 20 && found < 500; poll++) found += (await log.poll()).length;
		expect(found).toBe(500);
		log.latency = 0;
		await log.poll();
		for (const next of ['one', 'two', 'three']) {
			log.time += MINUTE;
			log.add(next);
			expect(await log.poll(SECOND)).toEqual([next]);
		}
	});
});
