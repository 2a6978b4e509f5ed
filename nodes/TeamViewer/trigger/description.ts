import type { INodeProperties } from 'n8n-workflow';

import { alphabetical } from '../fields/alphabetical';
import { SIMPLIFY } from '../fields/simplify';
import { EVENTS } from './events';

/** Where it is said how many calls each event costs and TeamViewer allows, and what the trigger promises. */
const ABOUT_THE_TRIGGER = 'https://github.com/n8n-nodes-teamviewer/n8n-nodes-teamviewer#trigger';

const NAMES = Object.keys(EVENTS);

/** What the events are called, by the values that saved workflows hold. */
export const EVENT_NAMES = Object.entries(EVENTS).map(
	([value, { name }]) => [value, name] as const,
);

/** Everything that the user sets at the trigger, below the credential; made when n8n asks for it, as the action node's is. */
export function triggerProperties(): INodeProperties[] {
	return [
		{
			displayName: 'Trigger On',
			name: 'triggerOn',
			type: 'options',
			noDataExpression: true,
			options: alphabetical(
				Object.entries(EVENTS).map(([value, { name, description }]) => ({
					...{ name, value, description },
					action: `On ${name.toLowerCase()}`,
				})),
				({ name }) => name,
			),
			default: 'connectionReportCreated',
		},
		...notices(),
		SIMPLIFY.property('simplify'),
		...shownByEvent('filters'),
		...shownByEvent('options'),
	];
}

/** What somebody has to know who adds the trigger; events of which the same is to be said share it. */
function notices(): INodeProperties[] {
	const byCost = new Map<string, string[]>();
	for (const event of NAMES) {
		const cost = EVENTS[event]?.cost ?? 'at least 1,440 calls a day';
		byCost.set(cost, [...(byCost.get(cost) ?? []), event]);
	}
	return [...byCost].map(([cost, events]) => ({
		displayName: `The first poll emits nothing, it takes note of what exists. Polling every minute costs <a href="${ABOUT_THE_TRIGGER}" target="_blank">${cost}</a>.`,
		name: 'notice',
		type: 'notice',
		default: '',
		displayOptions: { show: { triggerOn: events } },
	}));
}

/** The collection of every event; events that offer the same share one, and who offers nothing has none. */
function shownByEvent(name: 'filters' | 'options'): INodeProperties[] {
	const shown = new Map<string, { property: INodeProperties; events: string[] }>();
	for (const event of NAMES) {
		const property = EVENTS[event]?.[name].property(name) as INodeProperties;
		if (property.options?.length === 0) continue;
		const key = JSON.stringify(property);
		const events = [...(shown.get(key)?.events ?? []), event];
		shown.set(key, { property, events });
	}
	return [...shown.values()].map(({ property, events }) => ({
		...property,
		displayOptions: { show: { triggerOn: events } },
	}));
}
