import type { IDataObject } from 'n8n-workflow';

import { EVENTS } from '../../../nodes/TeamViewer/trigger/events';
import { runPoll } from '../../harness/engine';
import type { Workbench } from '../../harness/workbench';
import type { CallCount } from '../../readme/callsTable';
import { MINUTE } from '../trigger/watch';

/** So many polls a minute apart, until what exists is known. */
const FIRST_POLLS = 5;

/** More than an hour of polls: a full scan is among them. */
const POLLS = 70;

/** Enough managed devices for several pages. */
const MANY_DEVICES = 45;

/** The most calls that a poll costs which finds nothing new, by the event's name. */
export async function countIdlePolls(bench: Workbench): Promise<Record<string, CallCount>> {
	const { sandbox, run, sent } = bench;
	for (let added = 0; added < MANY_DEVICES; added++) sandbox.addManagedDevice();
	sandbox.clearRequests();
	await run('managedDevice', 'getAll', { returnAll: true });
	const pages = sent().length;
	if (pages < 2) throw new Error('There are too few managed devices to tell what a page costs');

	const counts: Record<string, CallCount> = {};
	for (const [event, { name }] of Object.entries(EVENTS)) {
		const most = await mostCallsOf(event, bench);
		const isPaged = event.startsWith('managedDevice');
		counts[event] = {
			work: name,
			calls: isPaged ? most / pages : most,
			...(isPaged && { note: 'for each page of devices' }),
		};
	}
	return counts;
}

async function mostCallsOf(event: string, { sandbox, credential, sent }: Workbench) {
	const state = { staticData: {} as IDataObject, globalStaticData: {} as IDataObject };
	let most = 0;
	for (let poll = 0; poll < FIRST_POLLS + POLLS; poll++) {
		sandbox.clearRequests();
		const items = await runPoll({ credential, parameters: { triggerOn: event }, ...state });
		if (items !== null) throw new Error(`${event} found something where nothing happened`);
		if (poll >= FIRST_POLLS) most = Math.max(most, sent().length);
		jest.setSystemTime(Date.now() + MINUTE);
	}
	return most;
}
