import type { TeamViewerClient } from '../../../nodes/TeamViewer/teamviewer/client';
import type { Page } from '../../../nodes/TeamViewer/teamviewer/pages';
import { UnexpectedAnswer } from '../../../nodes/TeamViewer/teamviewer/teamViewerError';
import type { Session } from '../../../nodes/TeamViewer/teamviewer/types';
import { Budget } from '../../../nodes/TeamViewer/trigger/engine/budget';
import type { Roster } from '../../../nodes/TeamViewer/trigger/engine/openSessionRoster';
import type { TriggerEvent } from '../../../nodes/TeamViewer/trigger/event';
import { sessionClosed } from '../../../nodes/TeamViewer/trigger/events/sessionClosed';
import { sessionCreated } from '../../../nodes/TeamViewer/trigger/events/sessionCreated';
import { sessionOnline } from '../../../nodes/TeamViewer/trigger/events/sessionOnline';
import { asJson } from './simulation/line';
import { DAY, HOUR, MINUTE } from './simulation/moments';
import { SessionModel, type Life } from './simulation/sessionModel';

const NOON = Date.UTC(2026, 10, 22, 12);

/** An account with sessions and a trigger that watches them, with a clock that the test moves. */
class Account {
	time = NOON;
	state: unknown;
	/** What a test makes of TeamViewer's answers. */
	changed: {
		list?: (states: string, offset?: string) => Promise<Page<Session>>;
		find?: (code: string) => Promise<Session | undefined>;
	} = {};
	readonly lives: Life[] = [];
	readonly model: SessionModel;

	constructor(
		private readonly event: TriggerEvent,
		pageSize: number,
	) {
		const manners = { pageSize, offsetMustBeListed: false, spelling: 'Open' as const };
		this.model = new SessionModel(this.lives, manners, () => this.time);
	}

	/** A session that was made so long ago. */
	session(age: number, closed = Infinity): Life {
		const life: Life = {
			code: `s100-000-${100 + this.lives.length}`,
			made: this.time - age,
			closed: closed === Infinity ? [] : [{ from: closed, until: Infinity }],
			waiting: [],
			away: [],
			forgotten: Infinity,
		};
		this.lives.push(life);
		return life;
	}

	/** Enough sessions that were made and closed some hours ago to fill two pages of closed ones. */
	recentlyClosed(pageSize: number): void {
		for (let index = 0; index < 2 * pageSize; index++) {
			this.session(3 * HOUR + index * MINUTE, this.time - 2 * HOUR);
		}
	}

	close(...lives: Life[]): void {
		for (const { closed } of lives) closed.push({ from: this.time, until: Infinity });
	}

	async poll(): Promise<string[]> {
		this.time += MINUTE;
		const engine = this.event.engine({
			client: this.client,
			means: {
				budget: new Budget(30_000, () => this.time),
				now: () => this.time,
				maxItems: 1000,
				givesAgain: false,
			},
			query: {},
			filters: {},
			options: {},
			simplify: false,
		});
		const outcome = await (this.state ? engine.next(this.state) : engine.begin(true));
		this.state = outcome.state;
		return outcome.items.map(({ code }) => String(code));
	}

	private get client(): TeamViewerClient {
		const { list, find } = this.changed;
		return {
			get: async (path: string, query: { state: string; offset?: string }) => {
				const code = path.split('/')[2];
				if (code !== undefined) return (await find?.(code)) ?? this.model.find(code);
				const { state, offset } = query;
				return asJson('sessions', (await list?.(state, offset)) ?? this.model.list(state, offset));
			},
		} as unknown as TeamViewerClient;
	}

	async polls(count: number): Promise<string[]> {
		const found: string[] = [];
		for (let poll = 0; poll < count; poll++) found.push(...(await this.poll().catch(() => [])));
		return found;
	}
}

describe('a trigger on sessions', () => {
	it.each([
		['created', sessionCreated],
		['closed', sessionClosed],
	])(
		'finds what is %s where an empty page follows the last and leads back to itself',
		async (_case, event) => {
			const account = new Account(event, 1000);
			account.changed.list = async (states, offset): Promise<Page<Session>> => {
				const { records } = account.model.list(states, offset);
				return { records, next: records.at(-1)?.code ?? offset };
			};
			await account.poll();
			const made = [account.session(0, account.time)];
			const found = await account.polls(5);
			made.push(account.session(0, account.time));
			found.push(...(await account.polls(5)));
			expect(found).toEqual(made.map(({ code }) => code));
		},
	);

	it.each([
		['closed', sessionClosed],
		['online', sessionOnline],
	])(
		'begins its round anew (%s) where a page makes no sense, and fails where it never does',
		async (_case, event) => {
			const account = new Account(event, 10);
			for (let age = 0; age < 35; age++) account.session(5 * DAY + age * HOUR);
			await account.polls(3);
			const { open, online } = account.state as { open?: Roster; online?: Roster };
			const odd = (open ?? online)?.offset;
			expect(odd).toBeDefined();
			account.changed.list = async (states, offset) => {
				if (offset === odd) throw new UnexpectedAnswer('TeamViewer answers oddly');
				return account.model.list(states, offset);
			};
			expect(await account.poll()).toEqual([]);
			const round = async () => {
				for (let poll = 0; poll < 4; poll++) await account.poll();
			};
			await expect(round()).rejects.toThrow('TeamViewer answers oddly');
			account.changed = {};
			account.close(account.lives.at(-1) as Life);
			expect(await account.polls(8)).toHaveLength(open ? 1 : 0);
		},
	);
});

describe('a trigger on closed sessions', () => {
	const watchOld = async (count: number) => {
		const account = new Account(sessionClosed, 3);
		account.recentlyClosed(3);
		const old = Array.from({ length: count }, (_, index) => account.session((5 + index) * DAY));
		await account.polls(3);
		return { account, old };
	};

	it('lets two whose look-ups always fail hold nobody up', async () => {
		const { account, old } = await watchOld(3);
		account.close(...old);
		account.changed.find = async (code) => {
			if (code !== old[2]?.code) throw new Error('TeamViewer fails');
			return account.model.find(code);
		};
		expect(await account.polls(5)).toEqual([old[2]?.code]);
	});

	it('waits for one that the list of open sessions dropped before the session itself says so', async () => {
		const { account, old } = await watchOld(1);
		account.close(...old);
		account.changed.find = async (code) => ({
			...account.model.find(code),
			code,
			state: 'Open',
			closed_at: undefined,
			valid_until: new Date(account.time + HOUR).toISOString(),
		});
		expect(await account.poll()).toEqual([]);
		account.changed = {};
		expect(await account.polls(5)).toEqual([old[0]?.code]);
	});

	it('does not take one for closed that expired, where states are numbers', async () => {
		const { account, old } = await watchOld(1);
		old[0]?.away.push({ from: account.time, until: Infinity });
		account.changed.find = async (code) =>
			({ code, state: 0, closed_at: null }) as unknown as Session;
		expect(await account.polls(3)).toEqual([]);
	});
});
