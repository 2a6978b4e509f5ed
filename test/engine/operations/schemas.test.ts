/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- looks for schemas of operations that no longer exist */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { loadOutputSchema } from 'n8n-core';
import type { INodeExecutionData } from 'n8n-workflow';

import { everyOperation } from '../../harness/everyOperation';
import { workbench } from '../../harness/workbench';

const NODE = join(process.cwd(), 'nodes', 'TeamViewer');
const { sandbox, run } = workbench({ company: 'full' });
const examples = everyOperation(sandbox);
const operations = new Map(
	examples.map(({ resource, operation }) => [`${resource}/${operation}`, { resource, operation }]),
);

/** As much of a JSON schema as n8n reads. */
interface Schema {
	type?: string;
	properties?: Record<string, Schema>;
	items?: Schema;
}

const schemaOf = (resource: string, operation: string) =>
	loadOutputSchema({ nodeDir: NODE, version: 1, resource, operation }) as Schema | undefined;

/** What a value has that its schema does not tell, as `path: what it is`; what it does tell is added to `seen`. */
function unknowns(
	value: unknown,
	schema: Schema | undefined,
	path: string,
	seen: Set<string>,
): string[] {
	if (schema?.type !== typeOf(value, schema?.type)) return [`${path}: ${typeOf(value)}`];
	seen.add(path);
	if (Array.isArray(value)) {
		return value.flatMap((item) => unknowns(item, schema.items, `${path}[]`, seen));
	}
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, field]) =>
		unknowns(field, schema.properties?.[name], `${path}.${name}`, seen),
	);
}

function typeOf(value: unknown, wanted?: string): string {
	if (Array.isArray(value)) return 'array';
	if (typeof value !== 'number') return value === null ? 'null' : typeof value;
	return Number.isInteger(value) && wanted !== 'number' ? 'integer' : 'number';
}

function pathsOf(schema: Schema | undefined, path: string): string[] {
	return [
		path,
		...Object.entries(schema?.properties ?? {}).flatMap(([name, field]) =>
			pathsOf(field, `${path}.${name}`),
		),
		...(schema?.items ? pathsOf(schema.items, `${path}[]`) : []),
	];
}

describe.each([...operations.values()])(
	'The schema of $resource:$operation',
	({ resource, operation }) => {
		it('tells every field that comes back, with its type, and no other', async () => {
			const schema = schemaOf(resource, operation);
			const items: INodeExecutionData[] = [];
			for (const example of examples) {
				if (example.resource !== resource || example.operation !== operation) continue;
				items.push(...(await run(resource, operation, example.parameters)).items);
			}
			const seen = new Set<string>();
			expect(items.flatMap(({ json }) => unknowns(json, schema, 'item', seen))).toEqual([]);
			expect([...seen].sort()).toEqual(pathsOf(schema, 'item').sort());
		});
	},
);

it('There is one schema an operation, and none of what does not exist', () => {
	const root = join(NODE, '__schema__', 'v1.0.0');
	const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
		file.endsWith('.json'),
	);
	expect(files.sort()).toEqual([...operations.keys()].map((name) => `${name}.json`).sort());
});
