import type { IConnections, INode, INodeParameters, NodeInputConnections } from 'n8n-workflow';
import type { WorkflowFile } from '../../n8n/workflows';
import { readExample, type Example } from '../../start/examples';

/** A node that a user puts into an example. */
export type NewNode = Pick<INode, 'name' | 'type' | 'typeVersion' | 'parameters'> & Partial<INode>;

/**
 * A node of another system, as far as an example can tell: nothing of what it was given comes out of it again.
 *
 * @param fields what it is told to send, by name; expressions as in n8n's editor
 */
export function foreignNode(name: string, fields: Record<string, string> = {}): NewNode {
	const assignments = Object.entries({ answer: 'of another system', ...fields }).map(
		([field, value]) => ({ id: field, name: field, value, type: 'string' }),
	);
	return {
		name,
		type: 'n8n-nodes-base.set',
		typeVersion: 3.5,
		parameters: { assignments: { assignments }, options: {} },
	};
}

/** Puts a node in another's place: the old one is deleted, the new one has a name of its own. */
export function putInPlaceOf(workflow: WorkflowFile, old: string, node: NewNode): WorkflowFile {
	const place = nodeNamed(workflow, old);
	const rename = (name: string) => (name === old ? node.name : name);
	return {
		...workflow,
		nodes: workflow.nodes.map((each) => (each === place ? placed(node, place) : each)),
		connections: mapConnections(workflow.connections, rename),
	};
}

/** Puts a node on the line that leads into another one. */
export function putBefore(workflow: WorkflowFile, next: string, node: NewNode): WorkflowFile {
	const connections = mapConnections(workflow.connections, (name, isTarget) =>
		isTarget && name === next ? node.name : name,
	);
	return {
		...workflow,
		nodes: [...workflow.nodes, placed(node, nodeNamed(workflow, next))],
		connections: { ...connections, [node.name]: lineTo(next) },
	};
}

/** Puts a node after another one, on the first of the lines that lead out of it, if there is any. */
export function putAfter(workflow: WorkflowFile, last: string, node: NewNode): WorkflowFile {
	const [behind, ...others] = workflow.connections[last]?.main ?? [];
	return {
		...workflow,
		nodes: [...workflow.nodes, placed(node, nodeNamed(workflow, last))],
		connections: {
			...workflow.connections,
			[last]: { main: [...lineTo(node.name).main, ...others] },
			[node.name]: { main: [behind ?? []] },
		},
	};
}

/** Deletes a node as the editor does: what was before it is joined to what was behind it, if there is any. */
export function deleteNode(workflow: WorkflowFile, name: string): WorkflowFile {
	const [behind] = workflow.connections[name]?.main?.[0] ?? [];
	const others = Object.fromEntries(
		Object.entries(workflow.connections).filter(([from]) => from !== name),
	);
	return {
		...workflow,
		nodes: workflow.nodes.filter((node) => node.name !== name),
		connections: mapConnections(others, (each) => (each === name ? behind?.node : each)),
	};
}

/** What a user enters into an "Edit Fields" node in place of what it has. */
export function withFields(
	workflow: WorkflowFile,
	name: string,
	fields: Record<string, string>,
): WorkflowFile {
	return withParameters(workflow, name, foreignNode(name, fields).parameters);
}

/** What a user changes in a node that stays where it is. */
export function withParameters(
	workflow: WorkflowFile,
	name: string,
	changed: INodeParameters,
): WorkflowFile {
	const place = nodeNamed(workflow, name);
	const parameters = { ...place.parameters, ...changed };
	return {
		...workflow,
		nodes: workflow.nodes.map((node) => (node === place ? { ...node, parameters } : node)),
	};
}

/** What the notes of an example tell to send, by the field at the end of each expression. */
export async function told(name: Example): Promise<Record<string, string>> {
	const expressions = expressionsInNotes(await readExample(name));
	const named = expressions.map((expression) => [/(\w+) \}\}$/.exec(expression)?.[1], expression]);
	return Object.fromEntries(named) as Record<string, string>;
}

/** The expressions that an example's notes tell to use, in their order. */
export function expressionsInNotes({ nodes }: WorkflowFile): string[] {
	const notes = nodes.filter(({ type }) => type === 'n8n-nodes-base.stickyNote');
	return notes.flatMap(({ parameters }) =>
		[...String(parameters.content).matchAll(/`(\{\{.*?\}\})`/g)].map(([, found]) => `=${found}`),
	);
}

/** @throws where there is none */
export function nodeNamed({ name: title, nodes }: WorkflowFile, name: string): INode {
	const node = nodes.find((each) => each.name === name);
	if (node === undefined) throw new Error(`"${title}" has no node "${name}"`);
	return node;
}

function placed(node: NewNode, { position }: INode): INode {
	return { id: `new ${node.name}`, position, ...node };
}

function lineTo(node: string): { main: NodeInputConnections } {
	return { main: [[{ node, type: 'main', index: 0 }]] };
}

/** @param rename the name that a node has from now on; undefined ends the lines that lead to it */
function mapConnections(
	connections: IConnections,
	rename: (name: string, isTarget: boolean) => string | undefined,
): IConnections {
	return Object.fromEntries(
		Object.entries(connections).map(([from, outputs]) => [
			rename(from, false) ?? from,
			Object.fromEntries(
				Object.entries(outputs).map(([type, lines]) => [
					type,
					lines.map((line) =>
						(line ?? []).flatMap((end) => {
							const node = rename(end.node, true);
							return node === undefined ? [] : [{ ...end, node }];
						}),
					),
				]),
			),
		]),
	);
}
