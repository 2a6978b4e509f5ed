import fc from 'fast-check';

import { BEGIN, DAY, HOUR, MINUTE, SECOND, told } from './moments';
import type { Life, SessionManners, Span } from './sessionModel';

export type SessionEvent = 'sessionCreated' | 'sessionClosed' | 'sessionOnline';

/** What happens next, after a while. */
export interface SessionStep {
	/** Milliseconds. */
	after: number;
	happens: 'poll' | 'failing poll' | 'two polls at once' | 'restart' | 'lost lease' | 'renamed';
	/** Which request of a failing poll fails. */
	at: number;
}

/** A month of sessions and of an n8n that watches them. */
export interface SessionStory {
	event: SessionEvent;
	engine: 'default' | 'durable';
	manners: SessionManners;
	/** How far n8n's clock is ahead; milliseconds. */
	skew: number;
	latency: number;
	budget: number;
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

const wait = fc.oneof(
	{ weight: 12, arbitrary: fc.integer({ min: 10, max: 300 }).map((s) => s * SECOND) },
	{ weight: 12, arbitrary: fc.integer({ min: 5, max: 180 }).map((m) => m * MINUTE) },
	{ weight: 8, arbitrary: fc.integer({ min: 3, max: 14 }).map((h) => h * HOUR) },
	{ weight: 1, arbitrary: fc.integer({ min: 1, max: 8 }).map((d) => d * DAY) },
);

const step: fc.Arbitrary<SessionStep> = fc.record({
	after: wait,
	happens: fc.oneof(
		{ weight: 20, arbitrary: fc.constant('poll' as const) },
		{ weight: 4, arbitrary: fc.constant('failing poll' as const) },
		{ weight: 1, arbitrary: fc.constant('two polls at once' as const) },
		{ weight: 2, arbitrary: fc.constant('restart' as const) },
		{ weight: 2, arbitrary: fc.constant('lost lease' as const) },
		{ weight: 1, arbitrary: fc.constant('renamed' as const) },
	),
	at: fc.integer({ min: 1, max: 5 }),
});

export const sessionStories: fc.Arbitrary<SessionStory> = fc
	.record({
		event: fc.constantFrom('sessionCreated', 'sessionClosed', 'sessionOnline'),
		engine: fc.constantFrom('default', 'durable'),
		manners: fc.record({
			pageSize: fc.constantFrom(1000, 10, 4),
			offsetMustBeListed: fc.boolean(),
			spelling: fc.constantFrom('Open', 'open', 'number'),
		}),
		skew: fc.integer({ min: -14, max: 14 }).map((minutes) => minutes * MINUTE),
		latency: fc.constantFrom(0, 400, 2_000),
		budget: fc.constantFrom(30_000, 12_000),
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
		`${story.event} in n8n's ${story.engine} engine, its clock ${story.skew / MINUTE} min ahead, ${story.latency} ms a request, ${story.budget} ms a poll, ${story.maxItems} items`,
		JSON.stringify(story.manners),
		...story.lives.map(
			({ code, made, closed, waiting, away, forgotten }) =>
				`  ${code} made ${told(made)}, closed ${during(closed)}, waiting ${during(waiting)}` +
				(away.length > 0 ? `, away ${during(away)}` : '') +
				(forgotten === Infinity ? '' : `, forgotten ${told(forgotten)}`),
		),
		`${told(BEGIN)} activated`,
		...story.steps.map(({ after, happens, at }) => {
			time += after;
			return `${told(time)} ${happens}${happens === 'failing poll' ? ` at request ${at}` : ''}`;
		}),
	].join('\n');
}
