/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../../n8n/paths';
import type { WorkflowFile } from '../../n8n/workflows';
import { FINGERPRINTS, fingerprint, pictureOf } from '../../start/examplePictures';
import { EXAMPLES, readExample } from '../../start/examples';
import { coveredPluses, overlaps } from '../../browser/canvasLayout';

test('The folder of examples holds those that are tried out on a real n8n, and no others', async () => {
	const files = await readdir(path.join(ROOT, 'examples'));
	const names = files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -5));
	expect(names.sort()).toEqual([...EXAMPLES].sort());
});

describe.each(EXAMPLES)('The example %s', (name) => {
	let example: WorkflowFile;
	beforeAll(async () => {
		example = await readExample(name);
	});

	test('names its credentials, without an id of anybody', () => {
		const used = example.nodes.flatMap((node) => Object.values(node.credentials ?? {}));
		expect(used.length).toBeGreaterThan(0);
		for (const credential of used) {
			expect(credential).toEqual({
				id: null,
				name: expect.stringMatching(/^((TeamViewer|OpenAI) account|MCP access)$/),
			});
		}
	});

	test("uses n8n's own nodes and TeamViewer's, no other package", () => {
		for (const { type } of example.nodes) {
			expect(type).toMatch(
				/^(n8n-nodes-base|@n8n\/n8n-nodes-langchain|n8n-nodes-teamviewer)\.\w+$/,
			);
		}
	});

	test('gives every node a name and an id of its own', () => {
		const names = example.nodes.map((node) => node.name);
		const ids = example.nodes.map((node) => node.id);
		expect(new Set(names).size).toBe(names.length);
		expect(new Set(ids).size).toBe(ids.length);
	});

	test('says on a note what it does and what to do first', () => {
		const notes = example.nodes.filter(({ type }) => type === 'n8n-nodes-base.stickyNote');
		const text = notes.map(({ parameters }) => String(parameters.content)).join('\n');
		expect(text).toContain('**To use it:**');
		expect(text).toMatch(/credential/);
	});

	test('names in its expressions and notes only nodes that it has', () => {
		const names = example.nodes.map((node) => node.name);
		for (const { name: node, parameters } of example.nodes) {
			const asked = [...JSON.stringify(parameters).matchAll(/\$\('([^']+)'\)/g)];
			expect({
				node,
				missing: asked.map(([, named]) => named).filter((named) => !names.includes(named ?? '')),
			}).toEqual({ node, missing: [] });
		}
	});

	test('has a picture for the documentation that shows it as it is now, of 120 kB at most', async () => {
		const { size } = await stat(pictureOf(name));
		expect(size).toBeLessThanOrEqual(120 * 1024);
		const shown = JSON.parse(await readFile(FINGERPRINTS, 'utf8'));
		// "npm run pictures" takes them anew.
		expect(shown[name]).toBe(await fingerprint(name));
	});

	test('leaves room for the plus behind its last nodes', () => {
		expect(coveredPluses(example.nodes, example.connections)).toEqual([]);
	});

	test('lies tidily on the canvas: nothing covers anything else', () => {
		expect(overlaps(example.nodes)).toEqual([]);
	});
});
