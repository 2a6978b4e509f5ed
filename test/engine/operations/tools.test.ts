import type { IDataObject, INodeParameters, NodeParameterValueType } from 'n8n-workflow';

import { TeamViewer } from '../../../nodes/TeamViewer/TeamViewer.node';
import { RESOURCES } from '../../../nodes/TeamViewer/operations';
import { asTool } from '../../harness/engine';
import { everyOperation, type Example } from '../../harness/everyOperation';
import { workbench } from '../../harness/workbench';

const { sandbox, credential, sent } = workbench();
const examples = everyOperation(sandbox);

/** What the model gets, without hints. */
function recordsIn(answer: string): object[] {
	return (JSON.parse(answer) as object[]).filter((record) => !('hint' in record));
}

/** The same parameters, with every text in them left to the model; and what the model then fills in. */
function leftToModel({ parameters }: Example): { parameters: INodeParameters; args: IDataObject } {
	const args: IDataObject = {};
	const leave = (value: unknown, path: string): NodeParameterValueType => {
		// Several choices come from a model as text.
		if (typeof value === 'string' || Array.isArray(value)) {
			args[path] = String(value);
			return `={{ $fromAI('${path}', 'What to use as ${path}', 'string') }}`;
		}
		if (typeof value !== 'object' || value === null) return value as NodeParameterValueType;
		return Object.fromEntries(
			Object.entries(value).map(([name, field]) => [
				name,
				name === 'mode' ? (field as string) : leave(field, `${path}_${name}`),
			]),
		);
	};
	const left = Object.entries(parameters).map(([name, value]) => [name, leave(value, name)]);
	return { parameters: Object.fromEntries(left) as INodeParameters, args };
}

const perOperation = [
	...new Map(examples.map((example) => [`${example.resource}:${example.operation}`, example])),
];

it.each(perOperation)('An agent can use %s, with what the model fills in', async (_, example) => {
	const { resource, operation } = example;
	const { parameters, args } = leftToModel(example);
	const tool = await asTool({ credential, parameters: { resource, operation, ...parameters } });

	const { action } = RESOURCES[resource]?.operations[operation] ?? {};
	expect(tool.description).toBe(`${action} in TeamViewer`);
	expect(Object.keys(tool.schema.shape).sort()).toEqual(Object.keys(args).sort());

	const answer = JSON.parse(await tool.func(args)) as unknown[];
	expect(answer.length).toBeGreaterThan(0);
	expect(answer[0]).not.toHaveProperty('error');
	expect(sent().length).toBeGreaterThan(0);
});

describe('An agent', () => {
	const tool = async (resource: string, operation: string, parameters: INodeParameters) =>
		await asTool({ credential, parameters: { resource, operation, ...parameters } });

	it('reads what to do about a code that it made up', async () => {
		const get = await tool('session', 'get', {
			session: { __rl: true, mode: 'code', value: "={{ $fromAI('code', 'The session code') }}" },
		});
		await expect(get.func({ code: 'the newest one' })).rejects.toThrow(
			/'Session' is "the newest one", which is not a session code[^]*Give a code like s123-456-789, or one of the links of the session\./,
		);
		expect(sent()).toEqual([]);
	});

	it('may leave an optional field empty', async () => {
		const list = await tool('connectionReport', 'getAll', {
			filters: { username: "={{ $fromAI('username', 'Who connected, or nothing') }}" },
		});
		await list.func({ username: '' });
		expect(sent()).toEqual([{ method: 'GET', path: '/reports/connections' }]);
	});

	it('gets at most fifty records of a list unless it asks for more', async () => {
		const list = await tool('connectionReport', 'getAll', {
			limit: "={{ $fromAI('limit', 'How many', 'number', 50) }}",
		});
		expect(recordsIn(await list.func({ limit: '3' }))).toHaveLength(3);
		sandbox.addReports(60, { from: Date.now() - 60_000, to: Date.now() });
		const plain = await tool('connectionReport', 'getAll', {});
		expect(recordsIn(await plain.func({}))).toHaveLength(50);
	});

	it('is told what was left out, and why there is nothing, since it sees no hints', async () => {
		const list = await tool('group', 'getAll', { limit: 1 });
		expect(JSON.parse(await list.func({}))).toEqual([
			sandbox.company.groups[0],
			{ hint: 'More groups exist. Raise the limit or turn on Return All to get them.' },
		]);
		const report = { __rl: true, mode: 'id', value: sandbox.addReport().id };
		const summary = await tool('connectionReport', 'getSummary', { report });
		expect(JSON.parse(await summary.func({}))).toEqual([
			{ hint: expect.stringContaining('TeamViewer holds no summary') as string },
		]);
	});

	it('reads a sentence on every operation and every field that it can be given', () => {
		const { description } = new TeamViewer();
		expect(description.usableAsTool).toBe(true);
		for (const { operations } of Object.values(RESOURCES)) {
			for (const operation of Object.values(operations)) {
				expect(operation.description.split(' ').length).toBeGreaterThan(3);
				const properties = Object.entries(operation.fields).flatMap(
					([name, { property, fields }]) =>
						fields
							? Object.entries(fields).map(([inner, field]) => field.property(inner))
							: [property(name)],
				);
				for (const { name, description } of properties) {
					expect([name, description]).toEqual([name, expect.stringMatching(/\w+ \w+/)]);
				}
			}
		}
	});
});
