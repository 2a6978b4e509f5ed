import fc from 'fast-check';

import { BEGIN, DAY, HOUR, MINUTE, SECOND, told } from './moments';
import type { Span } from './sessionModel';
import type { ListManners, Member } from './snapshotModel';
import {
	happenings,
	waits,
	workflowParts,
	type Happening,
	type WorkflowStory,
} from './workflowStory';

export type SnapshotEvent =
	'managedDeviceAdded' | 'managedDeviceOnline' | 'managedDeviceOffline' | 'userAdded';

/** Thirty days of a company's devices or users, and of an n8n that watches them. */
export interface SnapshotStory extends WorkflowStory {
	event: SnapshotEvent;
	manners: ListManners;
	maxItems: number;
	members: Member[];
	steps: Array<{ after: number; happens: Happening }>;
}

const seconds = fc.oneof(
	{ weight: 2, arbitrary: fc.integer({ min: 1, max: 1_800 }) },
	{ weight: 3, arbitrary: fc.integer({ min: 1, max: 3 * 24 * 3_600 }) },
	{ weight: 2, arbitrary: fc.integer({ min: 1, max: 20 * 24 * 3_600 }) },
);

/** Lengths one after the other become spans: in, out, in …; the last one goes on for ever. */
function spans(begin: number, lengths: number[]): Span[] {
	const found: Span[] = [];
	let time = begin;
	for (let at = 0; at <= lengths.length; at += 2) {
		const [inside = Infinity, outside = 0] = lengths.slice(at, at + 2);
		found.push({ from: time, until: time + inside * SECOND });
		time += (inside + outside) * SECOND;
	}
	return found.filter(({ from }) => from < Infinity);
}

const member = fc.record({
	made: fc.oneof(
		{ weight: 3, arbitrary: fc.constant(-DAY / SECOND) },
		// While the first poll reads, and some time later.
		{ weight: 1, arbitrary: fc.integer({ min: 0, max: 30 }) },
		{ weight: 4, arbitrary: fc.integer({ min: 0, max: 30 * 24 * 3600 }) },
	),
	leaving: fc.oneof(
		{ weight: 5, arbitrary: fc.constant<number[]>([]) },
		// While the first poll reads.
		{
			weight: 1,
			arbitrary: fc.integer({ min: 1, max: 30 }).map((after) => [DAY / SECOND + after]),
		},
		{ weight: 2, arbitrary: fc.array(seconds, { minLength: 1, maxLength: 2 }) },
	),
	online: fc.array(seconds, { maxLength: 5 }),
	isOnline: fc.boolean(),
});

const members = fc.array(member, { maxLength: 60, size: 'max' }).map((all) =>
	all.map(({ made, leaving, online, isOnline }, index): Member => {
		const begin = BEGIN + made * SECOND;
		const lengths = isOnline ? online : [0, ...online];
		return { id: `u${index + 1}`, listed: spans(begin, leaving), online: spans(begin, lengths) };
	}),
);

export const snapshotStories: fc.Arbitrary<SnapshotStory> = fc
	.record({
		event: fc.constantFrom(
			'managedDeviceAdded',
			'managedDeviceOnline',
			'managedDeviceOffline',
			'userAdded',
		),
		...workflowParts,
		manners: fc.record({
			pageSize: fc.constantFrom(1000, 10, 4),
			tokensLive: fc.constantFrom(Infinity, HOUR, 5 * MINUTE),
			newestFirst: fc.boolean(),
		}),
		maxItems: fc.constantFrom(1000, 1, 3),
		members,
		steps: fc.array(fc.record({ after: waits, happens: fc.oneof(...happenings) }), {
			minLength: 1,
			maxLength: 100,
			size: 'max',
		}),
	})
	.map((story) => Object.assign(story, { [fc.toStringMethod]: () => tell(story) }));

/** The story in words, for whoever has to find out what went wrong. */
function tell(story: SnapshotStory): string {
	let time = BEGIN;
	const during = (all: Span[]) =>
		all
			.map(({ from, until }) => `${told(from)}-${until === Infinity ? '' : told(until)}`)
			.join(', ');
	return [
		'',
		`${story.event} in n8n's ${story.engine} engine, ${story.delivery}, ${story.latency} ms a request, granted ${story.granted} ms, ${story.maxItems} items${story.hasId ? '' : ', a node without an id'}`,
		JSON.stringify(story.manners),
		...story.members.map(
			({ id, listed, online }) => `  ${id} listed ${during(listed)}, online ${during(online)}`,
		),
		`${told(BEGIN)} activated`,
		...story.steps.map(({ after, happens }) => {
			time += after;
			return `${told(time)} ${JSON.stringify(happens)}`;
		}),
	].join('\n');
}
