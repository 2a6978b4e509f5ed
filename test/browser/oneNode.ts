import { randomUUID } from 'node:crypto';
import type { IDataObject, INode, INodeParameters, INodeTypeDescription } from 'n8n-workflow';
import type { SavedCredential } from '../n8n/credentials';
import type { WorkflowFile } from '../n8n/workflows';

/** The node after the one that is looked at; it gets its items. */
export const NEXT_NODE = 'What comes next';

/**
 * A workflow for looking at one node: the trigger alone, or the action between what starts it by hand and a node that
 * gets its items.
 */
export function oneNode(
	{ name, displayName }: INodeTypeDescription,
	parameters: IDataObject,
	credential?: SavedCredential,
): WorkflowFile {
	const node: INode = {
		...placed(displayName, `n8n-nodes-teamviewer.${name}`, 1),
		parameters: parameters as INodeParameters,
		...(credential !== undefined && {
			credentials: { [credential.type]: { id: credential.id, name: credential.name } },
		}),
	};
	if (name !== 'teamViewer') return { name: 'One node', nodes: [node], connections: {} };
	const nodes = [
		placed('By hand', 'n8n-nodes-base.manualTrigger', 0),
		node,
		placed(NEXT_NODE, 'n8n-nodes-base.noOp', 2),
	];
	const connections = Object.fromEntries(
		nodes.slice(1).map((to, i) => {
			const from = nodes[i]?.name;
			return [from, { main: [[{ node: to.name, type: 'main' as const, index: 0 }]] }];
		}),
	);
	return { name: 'One node', nodes, connections };
}

/** A node without parameters at a place of the row, from the left. */
function placed(name: string, type: string, place: number): INode {
	return {
		id: randomUUID(),
		name,
		type,
		typeVersion: 1,
		position: [place * 220, 0],
		parameters: {},
	};
}
