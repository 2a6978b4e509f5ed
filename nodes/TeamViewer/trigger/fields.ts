import type { INodeProperties } from 'n8n-workflow';

import { SIMPLIFY } from '../execution/simplify';
import { filters } from '../fields/collection';
import { REPORT_FILTERS } from '../fields/filters/connectionReport';
import { SESSION_FILTERS } from '../fields/filters/session';
import { number } from '../fields/number';

export const REPORT_FILTERS_FIELD = filters({
	...REPORT_FILTERS,
	minimumDuration: number({
		displayName: 'Minimum Duration (Minutes)',
		minimum: 0,
		default: 1,
		kind: 'a number that is not below zero',
		description: 'Only connections that lasted at least so many minutes',
	}),
});

export const SESSION_FILTERS_FIELD = filters(SESSION_FILTERS);

const REPORT_EVENTS = ['connectionReportCreated'];
const SESSION_EVENTS = ['sessionClosed', 'sessionCreated', 'sessionOnline'];

/** The most items that one poll emits. */
const MAX_ITEMS: INodeProperties = {
	displayName: 'Max Items',
	name: 'maxItems',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 1000,
	description: 'Max number of items that one poll emits; the rest follow at the next polls',
};

/** Everything that the user sets at the trigger, below the credential. */
export const TRIGGER_FIELDS: INodeProperties[] = [
	{
		displayName: 'Trigger On',
		name: 'triggerOn',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Connection Report Created',
				value: 'connectionReportCreated',
				description: 'When TeamViewer lists the report of a connection that has ended',
				action: 'On connection report created',
			},
			{
				name: 'Customer Waiting',
				value: 'sessionOnline',
				description: 'When the customer of an open support session is online and waits',
				action: 'On customer waiting',
			},
			{
				name: 'Session Closed',
				value: 'sessionClosed',
				description: 'When a support session is closed',
				action: 'On session closed',
			},
			{
				name: 'Session Created',
				value: 'sessionCreated',
				description: 'When a support session is made, with its code and links',
				action: 'On session created',
			},
		],
		default: 'connectionReportCreated',
	},
	SIMPLIFY.property('simplify'),
	{
		...REPORT_FILTERS_FIELD.property('filters'),
		displayOptions: { show: { triggerOn: REPORT_EVENTS } },
	},
	{
		...SESSION_FILTERS_FIELD.property('filters'),
		displayOptions: { show: { triggerOn: SESSION_EVENTS } },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: { triggerOn: REPORT_EVENTS } },
		options: [
			{
				displayName: 'Backfill From',
				name: 'backfillFrom',
				type: 'dateTime',
				default: '',
				description:
					'The very first poll also emits the reports of connections that started at or after this moment',
			},
			{
				displayName: 'Late Report Window (Hours)',
				name: 'lateReportWindow',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 24,
				description:
					'How many hours after its end a connection may still be reported for the first time. Every report of this time is remembered: with 10,000 reports a day, each day takes 85 kB of the workflow in the database.',
			},
			{
				displayName: 'Longest Connection (Hours)',
				name: 'longestConnection',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 168,
				description: 'How many hours a connection may last; longer ones are not found',
			},
			MAX_ITEMS,
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: { triggerOn: SESSION_EVENTS } },
		options: [MAX_ITEMS],
	},
];
