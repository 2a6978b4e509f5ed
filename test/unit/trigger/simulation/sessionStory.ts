import fc from 'fast-check';

import { BEGIN, MINUTE, SECOND, told } from './moments';
import type { Life, SessionManners, Span } from './sessionModel';
import {
	happenings,
	waits,
	workflowParts,
	type Happening,
	type WorkflowStory,
} from './workflowStory';

export type SessionEvent = 'sessionCreated' | 'sessionClosed' | 'sessionOnline';

/** What happens next, after a while. */
export interface SessionStep {
	/** Milliseconds. */
	after: number;
	happens: Happening;
}

/** A month of sessions and of an n8n that watches them. */
export interface SessionStory extends WorkflowStory {
	event: SessionEvent;
	manners: SessionManners;
	maxItems: number;
	lives: Life[];
	steps: SessionStep[];
}

const seconds = fc.oneof(
	{ weight: 3, arbitrary: fc.integer({ min: 1, max: 1_800 }) },
	{ weight: 2, arbitrary: fc.integer({ min: 1, max: 2 * 24 * 3_600 }) },
	{ weight: 1, arbitrary: fc.integer({ min: 1, max: 20 * 24 * 3_600 }) },
);

/** Lengths one after the other become spans: out, in, out, in …; the last one may go on for ever. */
function spans(begin: number, lengths: number[]): Span[] {
	const found: Span[] = [];
	let time = begin;
	for (let at = 0; at < lengths.length; at += 2) {
		const from = time + (lengths[at] as number) * SECOND;
		const inside = lengths[at + 1];
		time = inside === undefined ? Infinity : from + inside * SECOND;
		found.push({ from, until: time });
	}
	return found;
}

const life = fc.record({
	made: fc.oneof(
		fc.integer({ min: -10 * 24 * 3600, max: 0 }),
		fc.integer({ min: 0, max: 30 * 24 * 3600 }),
		fc.integer({ min: -10 * 24, max: 30 * 24 }).map((hour) => hour * 3600),
	),
	closing: fc.array(seconds, { maxLength: 3 }),
	waiting: fc.array(seconds, { maxLength: 4 }),
	leaving: fc.oneof(
		{ weight: 4, arbitrary: fc.constant<number[]>([]) },
		{ weight: 1, arbitrary: fc.array(seconds, { maxLength: 3 }) },
	),
	forgottenAfter: fc.oneof(
		{ weight: 9, arbitrary: fc.constant(Infinity) },
		{ weight: 1, arbitrary: seconds },
	),
});

const lives = fc.array(life, { maxLength: 60, size: 'max' }).map((all) =>
	all.map(({ made, closing, waiting, leaving, forgottenAfter }, index): Life => {
		const begin = BEGIN + made * SECOND;
		return {
			code: `s${String(100 + (index % 9))}-${String(200 + index)}-${String(999 - index)}`,
			made: begin,
			closed: spans(begin, closing),
			waiting: spans(begin, waiting),
			away: spans(begin, leaving),
			forgotten: begin + forgottenAfter * SECOND,
		};
	}),
);

const step: fc.Arbitrary<SessionStep> = fc.record({
	after: waits,
	happens: fc.oneof(...happenings),
});

export const sessionStories: fc.Arbitrary<SessionStory> = fc
	.record({
		event: fc.constantFrom('sessionCreated', 'sessionClosed', 'sessionOnline'),
		...workflowParts,
		manners: fc.record({
			pageSize: fc.constantFrom(1000, 10, 4),
			offsetMustBeListed: fc.boolean(),
			spelling: fc.constantFrom('Open', 'open', 'number'),
		}),
		maxItems: fc.constantFrom(1000, 1, 3),
		lives,
		steps: fc.array(step, { minLength: 1, maxLength: 100, size: 'max' }),
	})
	.map((story) => Object.assign(story, { [fc.toStringMethod]: () => tell(story) }));

/** The story in words, for whoever has to find out what went wrong. */
export function tell(story: SessionStory): string {
	let time = BEGIN;
	const during = (all: Span[]) =>
		all
			.map(({ from, until }) => `${told(from)}-${until === Infinity ? '' : told(until)}`)
			.join(', ');
	return [
		'',
		`${story.event} in n8n's ${story.engine} engine, ${story.delivery}, its clock ${story.skew / MINUTE} min ahead, ${story.latency} ms a request, granted ${story.granted} ms, ${story.maxItems} items${story.hasId ? '' : ', a node without an id'}`,
		JSON.stringify(story.manners),
		...story.lives.map(
			({ code, made, closed, waiting, away, forgotten }) =>
				`  ${code} made ${told(made)}, closed ${during(closed)}, waiting ${during(waiting)}` +
				(away.length > 0 ? `, away ${during(away)}` : '') +
				(forgotten === Infinity ? '' : `, forgotten ${told(forgotten)}`),
		),
		`${told(BEGIN)} activated`,
		...story.steps.map(({ after, happens }) => {
			time += after;
			const { kind, ...rest } = happens;
			return `${told(time)} ${kind} ${Object.keys(rest).length > 0 ? JSON.stringify(rest) : ''}`;
		}),
	].join('\n');
}
