import fc from 'fast-check';

import type { LogManners, Occurrence } from './eventLogModel';
import { BEGIN, HOUR, MINUTE, SECOND, told } from './moments';
import {
	happenings,
	waits,
	workflowParts,
	type Happening,
	type WorkflowStory,
} from './workflowStory';

export type LogEvent = 'auditEventCreated' | 'alarmRaised';

/** Thirty days of a company's event log, or of its alarms, and of an n8n that watches them. */
export interface EventLogStory extends WorkflowStory {
	event: LogEvent;
	manners: LogManners;
	maxItems: number;
	lateWindowHours: number;
	occurrences: Occurrence[];
	steps: Array<{ after: number; happens: Happening }>;
}

/** The longest that something is listed late here: the shortest late window of a story. */
const LATEST = HOUR;

/** Some at one moment, equal ones too, and bursts around it; some are listed while a poll reads. */
const burst = fc.record({
	at: fc.oneof(
		fc.integer({ min: -3 * 3600, max: 3600 }),
		fc.integer({ min: -12 * 24 * 3600, max: 30 * 24 * 3600 }),
		fc.integer({ min: -24, max: 30 * 24 }).map((hour) => hour * 3600),
	),
	members: fc.array(
		fc.record({
			name: fc.constantFrom('login', 'logout', 'rename', 'delete'),
			apart: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 })),
			lateness: fc.oneof(
				{ weight: 3, arbitrary: fc.constant(0) },
				{ weight: 3, arbitrary: fc.integer({ min: 0, max: 600 }) },
				{ weight: 1, arbitrary: fc.integer({ min: 0, max: LATEST / SECOND }) },
			),
			lasts: fc.integer({ min: 1, max: 2 * 24 * 3600 }),
		}),
		{ minLength: 1, maxLength: 12, size: 'max' },
	),
});

const occurrences = fc.array(burst, { maxLength: 25, size: 'max' }).map((bursts) =>
	bursts.flatMap(({ at, members }) =>
		members.map(({ name, apart, lateness, lasts }): Occurrence => {
			const moment = BEGIN + (at + apart) * SECOND;
			const listedAt = moment + lateness * SECOND;
			return { name, at: moment, listedAt, resolvedAt: moment + lasts * SECOND };
		}),
	),
);

export const eventLogStories: fc.Arbitrary<EventLogStory> = fc
	.record({
		event: fc.constantFrom('auditEventCreated', 'alarmRaised'),
		...workflowParts,
		manners: fc.record({
			pageSize: fc.constantFrom(50, 20, 5),
			order: fc.constantFrom('newestFirst', 'oldestFirst', 'byName'),
			includesEnd: fc.boolean(),
		}),
		maxItems: fc.constantFrom(1000, 1, 3, 10),
		lateWindowHours: fc.constantFrom(1, 2, 24),
		occurrences,
		steps: fc.array(fc.record({ after: waits, happens: fc.oneof(...happenings) }), {
			minLength: 1,
			maxLength: 100,
			size: 'max',
		}),
	})
	.map((story) => Object.assign(story, { [fc.toStringMethod]: () => tell(story) }));

/** The story in words, for whoever has to find out what went wrong. */
function tell(story: EventLogStory): string {
	let time = BEGIN;
	return [
		'',
		`${story.event} in n8n's ${story.engine} engine, ${story.delivery}, its clock ${story.skew / MINUTE} min ahead, ${story.latency} ms a request, granted ${story.granted} ms, ${story.maxItems} items, ${story.lateWindowHours} hours late${story.hasId ? '' : ', a node without an id'}`,
		JSON.stringify(story.manners),
		...story.occurrences.map(
			({ name, at, listedAt }) => `  ${name} ${told(at)}, listed ${told(listedAt)}`,
		),
		`${told(BEGIN)} activated`,
		...story.steps.map(({ after, happens }) => {
			time += after;
			return `${told(time)} ${JSON.stringify(happens)}`;
		}),
	].join('\n');
}
