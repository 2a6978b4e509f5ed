import type { IPollFunctions } from 'n8n-workflow';

import { InvalidInput } from '../errors/invalidInput';
import type { Label } from '../errors/labels';
import { quoted } from '../errors/quoted';
import { SIMPLIFY } from '../fields/simplify';
import type { Added } from '../fields/collection';
import { labelsOf } from '../fields/field';
import type { TeamViewerClient } from '../teamviewer/client';
import type { Budget } from './engine/budget';
import { MOST_REMEMBERED } from './engine/delivery';
import type { Engine } from './engine/engine';
import type { COMMON_OPTIONS, TriggerEvent } from './event';
import { EVENTS } from './events';

/** What a trigger node watches. */
export interface Watch {
	engine: Engine<unknown>;
	event: string;
	/** What its states tell of, beside the event: a state of another subject is of no use. */
	subject: unknown;
	/** Whether the first poll of another process gives once more what the last one gave. */
	givesAgain: boolean;
}

/** What the node's parameters ask to watch. @throws {InvalidInput} naming the parameter that cannot be used. */
export function createWatch(
	caller: IPollFunctions,
	client: TeamViewerClient,
	budget: Budget,
): Watch {
	const name = String(caller.getNodeParameter('triggerOn'));
	const event = eventNamed(name);
	if (!event) {
		throw new InvalidInput(
			`'Trigger On' is ${quoted(name)}, which this node does not know`,
			'Choose an event from the list.',
		);
	}
	const workflow = { timezone: caller.getTimezone() };
	const filters = event.filters.read(caller.getNodeParameter('filters', {}), workflow) as object;
	const options = event.options.read(caller.getNodeParameter('options', {}), workflow) as Added<
		typeof COMMON_OPTIONS
	>;
	const simplify = SIMPLIFY.read(caller.getNodeParameter('simplify', true), workflow) === true;
	const query = event.query(filters);

	const { maxItems = 1000, delivery } = options;
	const givesAgain = delivery === 'atLeastOnce';
	const most = Math.min(Math.max(1, Math.floor(maxItems)), givesAgain ? MOST_REMEMBERED : Infinity);
	const means = { budget, now: Date.now, maxItems: most, givesAgain };
	return {
		engine: event.engine({ client, means, query, filters, options, simplify }),
		event: name,
		subject: [credentialId(caller), asTexts(query)],
		givesAgain,
	};
}

/** The filters that the user sees: TeamViewer names its own where it refuses one. */
export function filterLabels(caller: IPollFunctions): Label[] {
	const event = eventNamed(String(caller.getNodeParameter('triggerOn')));
	return event ? labelsOf({ filters: event.filters }) : [];
}

function eventNamed(name: string): TriggerEvent | undefined {
	return Object.hasOwn(EVENTS, name) ? EVENTS[name] : undefined;
}

/** Another credential is another account, or may be: what was known does not count there. */
function credentialId(caller: IPollFunctions): string | null | undefined {
	const byToken = caller.getNodeParameter('authentication', 'oAuth2') === 'accessToken';
	return caller.getNode().credentials?.[byToken ? 'teamViewerApi' : 'teamViewerOAuth2Api']?.id;
}

/** As TeamViewer gets it in an address; what a state tells of must not depend on how a filter is typed here. */
function asTexts(query: object): Record<string, string> {
	return Object.fromEntries(
		Object.entries(query).flatMap(([key, value]) =>
			value === undefined ? [] : [[key, String(value)]],
		),
	);
}
