import type { INode } from 'n8n-workflow';
import type { WorkflowFile } from '../../n8n/workflows';
import { EXAMPLES, readExample, type Example } from '../../start/examples';

/** The nodes that read from whatever stands before them: where a swap is made, these are filled in anew, and no other. */
const READ_FROM_BEFORE: Partial<Record<Example, string[]>> = {
	'ai-agent': ['What was asked'],
	'alerts-to-tickets': ['Ticket'],
	'just-in-time-access': ['Request'],
	offboarding: ['Leaving'],
	onboarding: ['Person'],
	'support-form': ['Customer and problem'],
};

describe.each(EXAMPLES)('The example %s', (name) => {
	let example: WorkflowFile;
	beforeAll(async () => {
		example = await readExample(name);
	});

	test('names the node that each expression means, so that nodes can be put in between', () => {
		const reading = steps(example).filter((node) =>
			/\$(json|input|binary|prevNode)\b/.test(text(node)),
		);
		expect(reading.map((node) => node.name)).toEqual(READ_FROM_BEFORE[name] ?? []);
	});

	test('names in expressions only nodes that have run by then', () => {
		const missing = steps(example).flatMap((node) => {
			const before = ancestorsOf(node.name, example);
			return namedIn(node)
				.filter((named) => !before.has(named))
				.map((named) => `${node.name} → ${named}`);
		});
		expect(missing).toEqual([]);
	});
});

test('A node that an example names in an expression is found in its JSON', () => {
	const node = {
		parameters: { text: "={{ $('One node').item.json.a + $('Other').first().json.b }}" },
	};
	expect(namedIn(node as unknown as INode)).toEqual(['One node', 'Other']);
});

function steps({ nodes }: WorkflowFile): INode[] {
	return nodes.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote');
}

function text({ parameters }: INode): string {
	return JSON.stringify(parameters);
}

function namedIn(node: INode): string[] {
	return [...text(node).matchAll(/\$\('([^']+)'\)/g)].map(([, named = '']) => named);
}

/** All nodes from which a way leads to this one. */
function ancestorsOf(name: string, { connections }: WorkflowFile): Set<string> {
	const found = new Set<string>();
	// A tool, a model or a memory runs when its agent does.
	const served = Object.entries(connections[name] ?? {})
		.filter(([kind]) => kind !== 'main')
		.flatMap(([, outputs]) => outputs.flat().flatMap((to) => (to ? [to.node] : [])));
	const open = [name, ...served];
	for (const next of open) {
		for (const [from, { main = [] }] of Object.entries(connections)) {
			if (found.has(from) || !main.flat().some((to) => to?.node === next)) continue;
			found.add(from);
			open.push(from);
		}
	}
	return found;
}
