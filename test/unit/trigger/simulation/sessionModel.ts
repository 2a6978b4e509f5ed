import { toTeamViewerDate } from '../../../../nodes/TeamViewer/teamviewer/dates';
import type { Page } from '../../../../nodes/TeamViewer/teamviewer/pages';
import type { Session } from '../../../../nodes/TeamViewer/teamviewer/types';
import { Refusal } from './line';

/** From one moment on until before another; milliseconds. */
export interface Span {
	from: number;
	until: number;
}

/** A session and its fate. */
export interface Life {
	code: string;
	made: number;
	/** When it is closed; reopened between two of them. */
	closed: Span[];
	/** When its customer waits. */
	waiting: Span[];
	/** When the filters do not let it through: it belongs to another group, or it is neither open nor closed any more. */
	away: Span[];
	/** When TeamViewer forgets it. */
	forgotten: number;
}

export interface SessionManners {
	pageSize: number;
	/** Whether a page can be continued only after a session that is itself still in the list. */
	offsetMustBeListed: boolean;
	/** How this TeamViewer spells its states. */
	spelling: 'Open' | 'open' | 'number';
}

/** `/sessions` in memory. */
export class SessionModel {
	constructor(
		private readonly lives: readonly Life[],
		private readonly manners: SessionManners,
		private readonly now: () => number,
	) {}

	list(states: string, offset?: string): Page<Session> {
		const now = this.now();
		const listed = this.lives
			.filter(({ made, forgotten }) => made <= now && now < forgotten)
			.sort((one, other) => other.made - one.made || (one.code < other.code ? -1 : 1));
		const isWanted = (life: Life) =>
			!within(life.away, now) && states.includes(within(life.closed, now) ? 'closed' : 'open');
		let from = 0;
		if (offset !== undefined) {
			from = 1 + listed.findIndex(({ code }) => code === offset);
			const last = listed[from - 1];
			if (!last || (this.manners.offsetMustBeListed && !isWanted(last))) {
				throw new Refusal(400);
			}
		}
		const matching = listed.slice(from).filter(isWanted);
		const page = matching.slice(0, this.manners.pageSize);
		const remaining = matching.length - page.length;
		return {
			records: page.map((life) => this.toSession(life, now)),
			...(remaining > 0 && { remaining, next: page.at(-1)?.code }),
		};
	}

	find(code: string): Session | undefined {
		const now = this.now();
		const life = this.lives.find((one) => one.code === code && one.made <= now);
		const isKnown = life && now < life.forgotten && !within(life.away, now);
		return isKnown ? this.toSession(life, now) : undefined;
	}

	private toSession({ code, made, closed, waiting }: Life, now: number): Session {
		const closing = closed.find(({ from, until }) => from <= now && now < until);
		const [open, shut] = {
			Open: ['Open', 'Closed'],
			open: ['open', 'closed'],
			number: [0, 1],
		}[this.manners.spelling] as [string | number, string | number];
		return {
			code,
			state: closing ? shut : open,
			created_at: toTeamViewerDate(made),
			...(closing && { closed_at: toTeamViewerDate(closing.from) }),
			online: within(waiting, now),
		};
	}
}

function within(spans: Span[], now: number): boolean {
	return spans.some(({ from, until }) => from <= now && now < until);
}
