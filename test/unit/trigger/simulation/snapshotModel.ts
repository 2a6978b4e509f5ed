import { Refusal } from './line';
import type { Span } from './sessionModel';

/** A managed device, or a user, and its fate; milliseconds. */
export interface Member {
	id: string;
	/** When it is listed. */
	listed: Span[];
	/** When it is online, from the first moment on. */
	online: Span[];
}

export interface ListManners {
	pageSize: number;
	/** How long a page token lives. Milliseconds. */
	tokensLive: number;
	/** Newcomers stand first, so that they push others to the next page. */
	newestFirst: boolean;
}

/** The lists of managed devices and users in memory: pages go by place. */
export class SnapshotModel {
	constructor(
		private readonly members: readonly Member[],
		private readonly manners: ListManners,
		private readonly now: () => number,
	) {}

	users(): object {
		return { users: this.listed().map(({ id }) => ({ id, name: id })) };
	}

	devices(paginationToken?: string): object {
		const now = this.now();
		const [place = 0, madeAt = now] = (paginationToken ?? '')
			.split(' ', 2)
			.filter(Boolean)
			.map(Number);
		if (now - madeAt > this.manners.tokensLive) throw new Refusal(400);
		const all = this.listed();
		const end = place + this.manners.pageSize;
		return {
			resources: all
				.slice(place, end)
				.map(({ id, online }) => ({ id, isOnline: within(online, now) })),
			nextPaginationToken: end < all.length ? `${end} ${now}` : null,
		};
	}

	private listed(): Member[] {
		const now = this.now();
		const all = this.members.filter(({ listed }) => within(listed, now));
		return this.manners.newestFirst ? all.reverse() : all;
	}
}

export function within(spans: Span[], now: number): boolean {
	return spans.some(({ from, until }) => from <= now && now < until);
}
