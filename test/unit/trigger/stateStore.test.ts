import type { IDataObject, INode } from 'n8n-workflow';

import { StateStore } from '../../../nodes/TeamViewer/trigger/stateStore';

interface Workflow {
	[name: string]: IDataObject;
}

const source = {
	isState: (value: unknown): value is string => typeof value === 'string',
	spare: (state: string) => state,
};

/** What a node of this name finds in this workflow's static data. */
function store(
	workflow: Workflow,
	{ name = 'Trigger', id = 'id-1', filters = 'A', event = 'created' } = {},
) {
	const caller = {
		getNode: () => ({ id, name }) as INode,
		getWorkflowStaticData: (type: string) =>
			(workflow[type === 'node' ? `node:${name}` : 'global'] ??= {}),
	};
	return new StateStore(caller, source, event, filters);
}

function save(workflow: Workflow, state: string, node: Parameters<typeof store>[1] = {}): void {
	const kept = store(workflow, node);
	expect(kept.save(state, kept.load())).toBe(true);
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
		['another version', { version: 2, state: 'one' }],
	])('is damaged when it is %s, and that is not a very first poll', (_case, value) => {
		expect(store({ 'node:Trigger': { state: value } }).load()).toMatchObject({
			state: undefined,
			damaged: true,
			isFirst: false,
		});
	});
});
