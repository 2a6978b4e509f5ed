import type { IDataObject, INode } from 'n8n-workflow';

import { StateStore } from '../../../nodes/TeamViewer/trigger/engine/stateStore';

const HOUR = 3_600_000;

interface Workflow {
	[name: string]: IDataObject;
}

const engine = {
	readState: (value: unknown) => (typeof value === 'string' ? value : undefined),
	spare: (state: string) => state,
	window: 24 * HOUR,
};

/** The clock; milliseconds since 1970. */
let now = Date.UTC(2026, 10, 22, 12);

/** What a node of this name finds in this workflow's static data. */
function store(
	workflow: Workflow,
	{
		name = 'Trigger',
		id = 'id-1' as string | undefined,
		filters = 'A',
		event = 'created',
		/** Names that have connections, where n8n tells. */
		connected = [] as string[],
	} = {},
) {
	const caller = {
		getNode: () => ({ id, name }) as INode,
		getChildNodes: (of: string) =>
			connected.includes(of) ? [{ name: 'Next', type: '', typeVersion: 1, disabled: false }] : [],
		getWorkflowStaticData: (type: string) =>
			(workflow[type === 'node' ? `node:${name}` : 'global'] ??= {}),
	};
	return new StateStore<string>(caller, engine, event, filters, () => now);
}

/** A poll that emits something. */
function save(workflow: Workflow, state: string, node: Parameters<typeof store>[1] = {}): void {
	const kept = store(workflow, node);
	expect(kept.save(state, kept.load(), [], false)).toBe(true);
}

describe('the state of a trigger', () => {
	it('is there at the next poll, also after a restart', () => {
		const workflow: Workflow = {};
		save(workflow, 'one');
		expect(store(JSON.parse(JSON.stringify(workflow)) as Workflow).load()).toMatchObject({
			state: 'one',
			damaged: false,
			isFirst: false,
		});
	});

	it('survives a new name, and the way back to the old one', () => {
		const workflow: Workflow = {};
		save(workflow, 'under the first name');
		expect(store(workflow, { name: 'Reports' }).load().state).toBe('under the first name');
		save(workflow, 'under the second name', { name: 'Reports' });
		expect(store(workflow).load().state).toBe('under the second name');
	});

	it('stays with its node when two nodes swap their names', () => {
		const workflow: Workflow = {};
		save(workflow, 'mine', { name: 'A', id: 'id-1' });
		save(workflow, 'theirs', { name: 'B', id: 'id-2' });
		save(workflow, 'theirs later', { name: 'B', id: 'id-2' });
		expect(store(workflow, { name: 'B', id: 'id-1' }).load().state).toBe('mine');
		expect(store(workflow, { name: 'A', id: 'id-2' }).load().state).toBe('theirs later');
	});

	it('is of no use with other filters, nor is what an earlier name left of these filters', () => {
		const workflow: Workflow = {};
		save(workflow, 'old');
		save(workflow, 'renamed', { name: 'Reports' });
		save(workflow, 'other filters', { name: 'Reports', filters: 'B' });
		expect(store(workflow, { name: 'Reports' }).load().state).toBeUndefined();
		expect(store(workflow).load().state).toBeUndefined();
	});

	it('survives the durable engine, which throws away what an activation wrote for new filters', () => {
		const cursor: Workflow = {};
		save(cursor, 'old filters');
		const activation = structuredClone(cursor);
		save(activation, 'new filters', { filters: 'B' });
		const tick: Workflow = {
			'node:Trigger': cursor['node:Trigger'] as IDataObject,
			global: activation.global as IDataObject,
		};
		expect(store(tick, { filters: 'B' }).load().state).toBe('new filters');
	});

	it('goes back to where a poll began that the durable engine dropped', () => {
		const afterActivation: Workflow = {};
		save(afterActivation, 'baseline');
		delete afterActivation['node:Trigger'];
		const dropped = structuredClone(afterActivation);
		save(dropped, 'emitted something');
		delete dropped['node:Trigger'];
		expect(store(dropped).load().state).toBe('baseline');
	});

	it('trusts the durable engine’s own state over a later spare copy', () => {
		const committed: Workflow = {};
		save(committed, 'committed');
		const dropped = structuredClone(committed);
		save(dropped, 'not committed');
		const tick: Workflow = {
			'node:Trigger': committed['node:Trigger'] as IDataObject,
			global: dropped.global as IDataObject,
		};
		expect(store(tick).load().state).toBe('committed');
	});

	it('is not replaced by a poll that began before another one replaced it', () => {
		const workflow: Workflow = {};
		save(workflow, 'one');
		const slow = store(workflow);
		const found = slow.load();
		save(workflow, 'two');
		expect(slow.save('three', found)).toBe(false);
		expect(store(workflow).load().state).toBe('two');
	});

	it('is the very first of an event only once, however often the event changes', () => {
		const workflow: Workflow = {};
		expect(store(workflow).load().isFirst).toBe(true);
		save(workflow, 'created');
		expect(store(workflow, { event: 'closed' }).load().isFirst).toBe(true);
		save(workflow, 'closed', { event: 'closed' });
		expect(store(workflow).load()).toMatchObject({ state: undefined, isFirst: false });
	});

	it('is the very first of a new node, though another one had its name before', () => {
		const workflow: Workflow = {};
		save(workflow, 'of the old node');
		expect(store(workflow, { id: 'id-2', filters: 'B' }).load()).toMatchObject({
			state: undefined,
			isFirst: true,
		});
	});

	it('goes on through several names, and back to the first', () => {
		const workflow: Workflow = {};
		save(workflow, 'one');
		save(workflow, 'two', { name: 'B' });
		save(workflow, 'three', { name: 'C' });
		expect(store(workflow).load().state).toBe('three');
		save(workflow, 'four');
		expect(store(workflow, { name: 'B' }).load().state).toBe('four');
		// One spare copy, and what n8n never removes of the names.
		expect(Object.values(workflow.global ?? {}).filter(Boolean)).toHaveLength(1);
	});

	it('is the state of a node without an id', () => {
		const workflow: Workflow = {};
		save(workflow, 'one', { id: undefined });
		expect(store(workflow, { id: undefined }).load()).toMatchObject({
			state: 'one',
			damaged: false,
		});
	});

	it('is one for each of several nodes that have the same id', () => {
		const workflow: Workflow = {};
		save(workflow, 'of A', { name: 'A' });
		const other = { name: 'B', filters: 'other' };
		expect(store(workflow, other).load().state).toBeUndefined();
		save(workflow, 'of B', other);
		save(workflow, 'of A later', { name: 'A' });
		expect(store(workflow, { name: 'A' }).load().state).toBe('of A later');
		expect(store(workflow, other).load().state).toBe('of B');
	});

	it('is one for each of several equal nodes that have the same id, where n8n tells which exist', () => {
		const workflow: Workflow = {};
		const connected = ['A', 'B'];
		save(workflow, 'of A', { name: 'A', connected });
		expect(store(workflow, { name: 'B', connected }).load().state).toBeUndefined();
		save(workflow, 'of B', { name: 'B', connected });
		expect(store(workflow, { name: 'A', connected }).load().state).toBe('of A');
		// The copy is renamed.
		const renamed = { name: 'C', connected: ['A', 'C'] };
		expect(store(workflow, renamed).load().state).toBe('of B');
	});

	it('does not go to a new node under the old name of one that lives on', () => {
		const workflow: Workflow = {};
		save(workflow, 'January');
		save(workflow, 'renamed', { name: 'Invoices' });
		expect(store(workflow, { id: 'id-2' }).load()).toMatchObject({
			state: undefined,
			isFirst: true,
		});
	});

	it('does not go to a new node with the name of one that was deleted days ago', () => {
		const workflow: Workflow = {};
		save(workflow, 'January');
		now += 25 * HOUR;
		expect(store(workflow, { id: 'id-2' }).load().state).toBeUndefined();
		expect(store(workflow).load().state).toBe('January');
	});

	it('goes to a node that takes the place of another, with its name and its filters', () => {
		const workflow: Workflow = {};
		save(workflow, 'of the workflow before it was imported again');
		expect(store(workflow, { id: 'id-2' }).load().state).toBe(
			'of the workflow before it was imported again',
		);
	});

	it.each([
		['text', 'damaged'],
		['a list', [1, 2]],
		['another version', { version: 3, state: 'one' }],
	])('is damaged when it is %s, and that is not a very first poll', (_case, value) => {
		expect(store({ 'node:Trigger': { state: value } }).load()).toMatchObject({
			state: undefined,
			damaged: true,
			isFirst: false,
		});
	});
});
