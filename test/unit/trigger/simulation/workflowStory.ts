import fc from 'fast-check';

import type { Fault } from './line';
import { DAY, HOUR, MINUTE, SECOND } from './moments';

/** What can happen to any trigger, whatever it watches. */
export type Happening =
	| { kind: 'poll' }
	/** A poll one of whose requests fails. */
	| { kind: 'failing poll'; fault: Fault }
	| { kind: 'two polls at once' }
	| { kind: 'restart' }
	/** n8n dies after it saved what a poll found, before it starts the execution. */
	| { kind: 'killed after a poll' }
	/** The durable engine does not take what a poll found. */
	| { kind: 'lost lease' }
	/** The node is renamed. */
	| { kind: 'renamed' }
	/** The node is copied as JSON, its id too, and watches the same or something else. */
	| { kind: 'copied'; withOtherFilters: boolean; isFirst: boolean }
	/** The copy is deleted. */
	| { kind: 'copy deleted' }
	/** The node is deleted and made anew with its name: it has another id. */
	| { kind: 'made anew' };

/** What is told of an n8n, whatever it watches. */
export interface WorkflowStory {
	engine: 'default' | 'durable';
	delivery: 'atMostOnce' | 'atLeastOnce';
	/** How far n8n's clock is ahead of TeamViewer's; milliseconds. */
	skew: number;
	/** How long a request takes, and what n8n grants a poll, where it says; milliseconds. */
	latency: number;
	granted: number | undefined;
	hasId: boolean;
}

export const workflowParts = {
	engine: fc.constantFrom('default', 'durable'),
	delivery: fc.constantFrom('atMostOnce', 'atLeastOnce'),
	skew: fc.integer({ min: -14, max: 14 }).map((minutes) => minutes * MINUTE),
	latency: fc.constantFrom(0, 400, 2_000),
	granted: fc.constantFrom(undefined, 36_000, 12_000, 300_000),
	hasId: fc.integer({ min: 0, max: 9 }).map((dice) => dice < 9),
} as const;

/** What n8n grants a poll; the durable engine always says, and never more than 36 seconds. */
export function grantOf({ engine, granted }: WorkflowStory): number | undefined {
	return engine === 'durable' ? Math.min(36_000, granted ?? 36_000) : granted;
}

/** How long a poll may take; milliseconds. */
export function budgetOf(story: WorkflowStory): number {
	return Math.min(grantOf(story) ?? 30_000, 45_000);
}

export const waits = fc.oneof(
	{ weight: 12, arbitrary: fc.integer({ min: 10, max: 300 }).map((s) => s * SECOND) },
	{ weight: 12, arbitrary: fc.integer({ min: 5, max: 180 }).map((m) => m * MINUTE) },
	{ weight: 8, arbitrary: fc.integer({ min: 3, max: 14 }).map((h) => h * HOUR) },
	{ weight: 1, arbitrary: fc.integer({ min: 1, max: 8 }).map((d) => d * DAY) },
);

const faults: fc.Arbitrary<Fault> = fc.record({
	at: fc.integer({ min: 1, max: 6 }),
	kind: fc.constantFrom('refused', 'hiccup', 'hangs'),
});

export const happenings: Array<fc.WeightedArbitrary<Happening>> = [
	{ weight: 20, arbitrary: fc.constant({ kind: 'poll' } as const) },
	{
		weight: 4,
		arbitrary: fc.record({ kind: fc.constant('failing poll' as const), fault: faults }),
	},
	{ weight: 1, arbitrary: fc.constant({ kind: 'two polls at once' } as const) },
	{ weight: 2, arbitrary: fc.constant({ kind: 'restart' } as const) },
	{ weight: 2, arbitrary: fc.constant({ kind: 'killed after a poll' } as const) },
	{ weight: 2, arbitrary: fc.constant({ kind: 'lost lease' } as const) },
	{ weight: 1, arbitrary: fc.constant({ kind: 'renamed' } as const) },
	{
		weight: 1,
		arbitrary: fc.record({
			kind: fc.constant('copied' as const),
			withOtherFilters: fc.boolean(),
			isFirst: fc.boolean(),
		}),
	},
	{ weight: 1, arbitrary: fc.constant({ kind: 'copy deleted' } as const) },
	{ weight: 1, arbitrary: fc.constant({ kind: 'made anew' } as const) },
];
