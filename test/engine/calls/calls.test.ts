/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- compares with, or writes, a page of documentation */
import { readFileSync, writeFileSync } from 'node:fs';

import { RESOURCES } from '../../../nodes/TeamViewer/operations';
import { EVENTS } from '../../../nodes/TeamViewer/trigger/events';
import { everyOperation, type Example } from '../../harness/everyOperation';
import { workbench } from '../../harness/workbench';
import {
	callsADay,
	callsIn,
	callsSection,
	withCalls,
	type CallCount,
} from '../../readme/callsTable';
import { stopClock } from '../trigger/watch';
import { countDropDowns } from './dropDowns';
import { countIdlePolls } from './idlePolls';

const PAGE = 'docs/benchmark.md';
const bench = workbench({ company: 'small', now: () => Date.now() });
const { sandbox, run, sent } = bench;
const examples = everyOperation(sandbox);

/** The columns of the README's table. */
const MINUTES_BETWEEN = [1, 5, 15];

/** Its rows. */
const EVENTS_BY_ROW: Record<string, string[]> = {
	'Connection Report Created': ['connectionReportCreated'],
	'Session Created or Customer Waiting': ['sessionCreated', 'sessionOnline'],
	'Session Closed': ['sessionClosed'],
	'Alarm, audit event, user': ['alarmRaised', 'auditEventCreated', 'userAdded'],
	'Managed devices, each page of them': [
		...['managedDeviceAdded', 'managedDeviceOffline', 'managedDeviceOnline'],
	],
};

const optionsOf = ({ resource, operation }: Example) =>
	RESOURCES[resource]?.operations[operation]?.fields.options?.fields ?? {};

async function callsOf({ resource, operation, parameters }: Example, options?: object) {
	sandbox.clearRequests();
	await run(resource, operation, { ...parameters, ...(options && { options: options as never }) });
	return sent().length;
}

/** Another change than before: TeamViewer refuses some that change nothing. */
function renamed(example: Example): Example {
	const { updateFields, permissions } = example.parameters as {
		updateFields?: { name?: string };
		permissions?: unknown;
	};
	return {
		...example,
		parameters: {
			...example.parameters,
			...(updateFields?.name !== undefined && {
				updateFields: { ...updateFields, name: `${updateFields.name} 2` },
			}),
			...(permissions !== undefined && { permissions: ['DeviceAdministration'] }),
		},
	};
}

/** The first example of each operation; lists of one page. */
async function countOperations(): Promise<CallCount[]> {
	const counts: CallCount[] = [];
	const seen = new Set<string>();
	for (const example of examples) {
		const { resource, operation, parameters } = example;
		const names = RESOURCES[resource];
		const work = `${names?.name}: ${names?.operations[operation]?.name}`;
		if (seen.has(work)) continue;
		seen.add(work);
		const onePage = 'returnAll' in parameters ? { returnAll: false, limit: 1 } : {};
		const first = { ...example, parameters: { ...parameters, ...onePage } };
		const unread = 'returnUpdated' in optionsOf(example);
		counts.push({
			work,
			calls: await callsOf(first),
			...(unread && {
				note: `without Return Updated Record ${await callsOf(renamed(first), { returnUpdated: false })}`,
			}),
		});
	}
	return byWork(counts);
}

function byWork(counts: CallCount[]): CallCount[] {
	return counts.sort((one, other) => one.work.localeCompare(other.work));
}

describe('What everything costs in calls', () => {
	let idlePolls: Record<string, CallCount>;
	let section: string;

	beforeAll(async () => {
		const operations = await countOperations();
		const dropDowns = await countDropDowns(bench);
		stopClock(Date.now());
		idlePolls = await countIdlePolls(bench);
		section = callsSection({ operations, idlePolls: byWork(Object.values(idlePolls)), dropDowns });
	});
	afterAll(() => jest.useRealTimers());

	it('stands in docs/benchmark.md (UPDATE_CALLS=1 writes it)', () => {
		const page = readFileSync(PAGE, 'utf8');
		if (process.env.UPDATE_CALLS) writeFileSync(PAGE, withCalls(page, section));
		else expect(normalised(callsIn(page))).toBe(normalised(section));
	});

	it("agrees with the README's table of what each event costs a day", () => {
		const told = callsADay(readFileSync('README.md', 'utf8'));
		const counted = Object.entries(EVENTS_BY_ROW).flatMap(([row, events]) =>
			events.map((event) => [
				row,
				event,
				...MINUTES_BETWEEN.map((minutes) => ((idlePolls[event]?.calls ?? NaN) * 24 * 60) / minutes),
			]),
		);
		expect(counted).toEqual(
			Object.entries(EVENTS_BY_ROW).flatMap(([row, events]) =>
				events.map((event) => [row, event, ...(told[row] ?? [])]),
			),
		);
		expect(Object.values(EVENTS_BY_ROW).flat().sort()).toEqual(Object.keys(EVENTS));
		expect(Object.keys(told)).toEqual(Object.keys(EVENTS_BY_ROW));
	});
});

/** The page is formatted, which pads the table's columns. */
function normalised(markdown: string): string {
	return markdown.replace(/ +\|/g, ' |').replace(/-{3,}/g, '---');
}
