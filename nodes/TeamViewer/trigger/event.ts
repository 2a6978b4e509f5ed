import { InvalidInput } from '../errors/invalidInput';
import { choice } from '../fields/choice';
import { filters, options, then, type Added } from '../fields/collection';
import type { Field, Fields } from '../fields/field';
import { number } from '../fields/number';
import type { TeamViewerClient } from '../teamviewer/client';
import type { Engine, Means } from './engine/engine';

const HOUR = 3_600_000;

/** Ten years: a window that is meant to have no end. Hours. */
const LONGEST_WINDOW = 87_600;

/** What every event can be told: how many items one poll emits, and what becomes of them when n8n dies. */
export const COMMON_OPTIONS = {
	delivery: choice({
		displayName: 'Delivery',
		options: [
			{
				name: 'At Least Once',
				value: 'atLeastOnce',
				description:
					"Nothing is lost; after a start of n8n, the last poll's items may come again: let the workflow bear that",
			},
			{
				name: 'At Most Once',
				value: 'atMostOnce',
				description:
					'Nothing is repeated: if n8n is killed right after a poll, its items can be lost',
			},
		],
		default: 'atMostOnce',
		description:
			"What happens to the items of a poll when n8n is killed right after it. Where n8n's durable scheduler runs the polls, nothing is lost or repeated with either.",
	}),
	maxItems: number({
		displayName: 'Max Items',
		default: 1000,
		minimum: 1,
		isAllowed: (given) => given >= 0,
		kind: 'a number that is not below zero',
		description: 'Max number of items that one poll emits; the rest follow at the next polls',
	}),
};

/** Hours, read as milliseconds; more than ten years would ask for dates that do not exist. */
export function hours(wording: {
	displayName: string;
	default: number;
	description: string;
}): Field<number | undefined> {
	const { displayName } = wording;
	const kind = 'a number that is not below zero';
	const given = number({ ...wording, minimum: 1, isAllowed: (value) => value >= 0, kind });
	return then(given, (value) => {
		if (value === undefined || value <= LONGEST_WINDOW) return value && value * HOUR;
		throw new InvalidInput(
			`'${displayName}' must be at most ${LONGEST_WINDOW}, which is ten years`,
		);
	});
}

/** What a user chose for an event, and what its engine works with. */
export interface Chosen<Query, F extends Fields, O extends Fields> {
	client: TeamViewerClient;
	means: Means;
	query: Query;
	filters: Added<F>;
	options: Added<O>;
	simplify: boolean;
}

/** An entry of Trigger On. */
interface Definition<Query extends object, F extends Fields, O extends Fields> {
	name: string;
	description: string;
	/** What polling it every minute costs where it is more than a call a poll: `at least 2,880 calls a day`. */
	cost?: string;
	filters: F;
	options: O;
	/** The filters as TeamViewer takes them: where they change, what is known does not count any more. */
	query(filters: Added<F>): Query;
	engine(chosen: Chosen<Query, F, O>): Engine<unknown>;
}

/** An event as the trigger node uses it, whatever its filters and options are. */
export interface TriggerEvent extends Pick<
	Definition<object, Fields, Fields>,
	'name' | 'description' | 'cost'
> {
	filters: Field<object>;
	options: Field<Added<typeof COMMON_OPTIONS>>;
	query(filters: object): object;
	engine(
		chosen: Omit<Chosen<object, Fields, typeof COMMON_OPTIONS>, 'filters'> & { filters: object },
	): Engine<unknown>;
}

/** Declares an event: what it is called, what can be chosen, and how it is watched. */
export function triggerEvent<
	Query extends object,
	F extends Fields,
	O extends typeof COMMON_OPTIONS & Fields,
>(definition: Definition<Query, F, O>): TriggerEvent {
	return {
		...definition,
		filters: filters(definition.filters),
		options: options(definition.options),
	} as unknown as TriggerEvent;
}
