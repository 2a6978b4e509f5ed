import fc from 'fast-check';

import { RESCAN } from '../../../../nodes/TeamViewer/trigger/engine/feed/scans';
import { BEGIN, HOUR, MINUTE, SECOND, told } from './moments';
import type { Connection, Manners } from './reportModel';
import {
	happenings,
	waits,
	workflowParts,
	type Happening,
	type WorkflowStory,
} from './workflowStory';

/** The options that can be changed while the trigger is published. */
export interface ChangeableOptions {
	lateWindowHours: number;
	longestHours: number;
	maxItems: number;
}

/** What happens next, after a while. */
export type ReportHappening =
	| Happening
	/** The list is out of order while it is read. */
	| { kind: 'shuffled poll' }
	| { kind: 'options'; options: ChangeableOptions }
	| { kind: 'other filters' };

export interface Step {
	/** Milliseconds. */
	after: number;
	happens: ReportHappening;
}

/** Thirty days of an account and of an n8n that watches it. */
export interface ReportStory extends WorkflowStory {
	manners: Manners;
	options: ChangeableOptions;
	/** Small accounts read everything all the time; these numbers make a small one act like a big one. */
	rescan: typeof RESCAN;
	minimumDuration: number;
	/** How far before the activation the backfill begins; milliseconds. */
	backfill: number | undefined;
	connections: Connection[];
	steps: Step[];
}

/** The longest that a report is late here; every late window of a story is longer. */
const LATEST = 20 * HOUR;

const options: fc.Arbitrary<ChangeableOptions> = fc.record({
	lateWindowHours: fc.constantFrom(24, 20, 48, 72),
	longestHours: fc.constantFrom(168, 121, 336),
	maxItems: fc.constantFrom(1000, 1, 2, 3, 10),
});

/** Seconds to five days; some longer than any story promises. */
const duration = fc.oneof(
	{ weight: 5, arbitrary: fc.integer({ min: 1, max: 3 * 3600 }) },
	{ weight: 3, arbitrary: fc.integer({ min: 1, max: 5 * 24 * 3600 }) },
	{ weight: 1, arbitrary: fc.integer({ min: 5 * 24 * 3600, max: 12 * 24 * 3600 }) },
);

const lateness = fc.oneof(
	{ weight: 3, arbitrary: fc.constant(0) },
	{ weight: 3, arbitrary: fc.integer({ min: 0, max: 900 }) },
	{ weight: 2, arbitrary: fc.integer({ min: 0, max: LATEST / SECOND }) },
	{ weight: 1, arbitrary: fc.constant(LATEST / SECOND) },
);

/** Several ends at one moment, and bursts around it. */
const burst = fc.record({
	end: fc.oneof(
		fc.integer({ min: -3 * 24 * 3600, max: 3600 }),
		fc.integer({ min: -12 * 24 * 3600, max: 30 * 24 * 3600 }),
		fc.integer({ min: -12 * 24, max: 30 * 24 }).map((hour) => hour * 3600),
	),
	members: fc.array(
		fc.record({
			duration,
			lateness,
			apart: fc.oneof(
				{ weight: 2, arbitrary: fc.constant(0) },
				{ weight: 2, arbitrary: fc.integer({ min: 0, max: 3600 }) },
			),
			listedWhileRunning: fc.integer({ min: 0, max: 9 }).map((dice) => dice === 9),
			deletedAfter: fc.oneof(
				{ weight: 9, arbitrary: fc.constant(Infinity) },
				{ weight: 1, arbitrary: fc.integer({ min: 0, max: 3 * 24 * 3600 }) },
			),
		}),
		{ minLength: 1, maxLength: 7 },
	),
});

const connections = fc.array(burst, { maxLength: 25, size: 'max' }).map((bursts) =>
	bursts.flatMap(({ end, members }, index) =>
		members.map((member, place): Connection => {
			const ended = BEGIN + (end + member.apart) * SECOND;
			const publishedAt = ended + member.lateness * SECOND;
			return {
				id: `${(index * 7919 + place * 104_729).toString(16)}-report`,
				start: ended - member.duration * SECOND,
				end: ended,
				publishedAt,
				listedWhileRunning: member.listedWhileRunning,
				deletedAt: publishedAt + member.deletedAfter * SECOND,
			};
		}),
	),
);

const happening: fc.Arbitrary<ReportHappening> = fc.oneof(
	...happenings,
	{ weight: 2, arbitrary: fc.constant({ kind: 'shuffled poll' } as const) },
	{ weight: 1, arbitrary: options.map((to) => ({ kind: 'options', options: to }) as const) },
);

/** One change of filters in a story at most: it is a new beginning, so often it would hide the rest. */
const steps = fc
	.tuple(
		fc.array(fc.record({ after: waits, happens: happening }), {
			minLength: 1,
			maxLength: 120,
			size: 'max',
		}),
		fc.option(fc.nat({ max: 119 }), { nil: undefined, freq: 4 }),
	)
	.map(([all, at]): Step[] =>
		all.map((step, index) =>
			index === at ? { ...step, happens: { kind: 'other filters' } } : step,
		),
	);

export const reportStories: fc.Arbitrary<ReportStory> = fc
	.record({
		...workflowParts,
		manners: fc.record({
			toDateMeans: fc.constantFrom('end', 'start'),
			pageSize: fc.constantFrom(1000, 20, 8, 5),
			runningFirst: fc.boolean(),
			remembersDeleted: fc.boolean(),
		}),
		options,
		rescan: fc.constantFrom(
			{ ...RESCAN },
			{ cheap: 0, restPerRecord: HOUR, restPerRecordOfMany: 0 },
			{ cheap: 0, restPerRecord: HOUR, restPerRecordOfMany: HOUR },
		),
		minimumDuration: fc.constantFrom(0, 0, 10 * MINUTE),
		backfill: fc.option(
			fc.integer({ min: 0, max: 12 * 24 }).map((hours) => hours * HOUR),
			{
				nil: undefined,
				freq: 3,
			},
		),
		connections,
		steps,
	})
	.map((story) => Object.assign(story, { [fc.toStringMethod]: () => tell(story) }));

/** The story in words, for whoever has to find out what went wrong. */
export function tell(story: ReportStory): string {
	const { manners, options: first } = story;
	let time = BEGIN;
	return [
		'',
		`n8n's ${story.engine} engine, ${story.delivery}, its clock ${story.skew / MINUTE} min ahead, ${story.latency} ms a request, granted ${story.granted} ms${story.hasId ? '' : ', a node without an id'}`,
		`pages of ${manners.pageSize}, to_date means the ${manners.toDateMeans}, running ones ${manners.runningFirst ? 'first' : 'last'}, deleted offsets ${manners.remembersDeleted ? 'work' : 'fail'}`,
		`options ${JSON.stringify({ ...first, ...story.rescan, minimumDuration: story.minimumDuration, backfillHours: story.backfill && story.backfill / HOUR })}`,
		...story.connections.map(
			({ id, start, end, publishedAt, listedWhileRunning, deletedAt }) =>
				`  ${id}: ${told(start)} to ${told(end)}, listed ${told(publishedAt)}` +
				(listedWhileRunning ? ' and while it ran' : '') +
				(deletedAt === Infinity ? '' : `, deleted ${told(deletedAt)}`),
		),
		`${told(BEGIN)} activated`,
		...story.steps.map(({ after, happens }) => {
			time += after;
			const { kind, ...rest } = happens;
			return `${told(time)} ${kind} ${Object.keys(rest).length > 0 ? JSON.stringify(rest) : ''}`;
		}),
	].join('\n');
}
