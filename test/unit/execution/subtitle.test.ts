import { Workflow, type INodeParameters, type INodeType, type INodeTypes } from 'n8n-workflow';

import { RESOURCES } from '../../../nodes/TeamViewer/operations';
import { TeamViewer } from '../../../nodes/TeamViewer/TeamViewer.node';
import { TeamViewerTrigger } from '../../../nodes/TeamViewer/TeamViewerTrigger.node';
import { EVENTS } from '../../../nodes/TeamViewer/trigger/events';

/** The line that n8n writes below the node on the canvas. */
function subtitle(type: INodeType, parameters: INodeParameters): unknown {
	const node = {
		...{ id: '1', name: 'TeamViewer', type: 'teamViewer', typeVersion: 1 },
		...{ position: [0, 0] as [number, number], parameters },
	};
	const nodeTypes: INodeTypes = {
		getByName: () => type,
		getByNameAndVersion: () => type,
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	return workflow.expression.getSimpleParameterValue(
		node,
		type.description.subtitle,
		'internal',
		{},
	);
}

const actions = Object.entries(RESOURCES).flatMap(([resource, { name, operations }]) =>
	Object.entries(operations).map(([operation, { name: label }]) => ({
		...{ resource, operation, line: `${label}: ${name}` },
	})),
);
const events = Object.entries(EVENTS).map(([triggerOn, { name: line }]) => ({ triggerOn, line }));

describe('Below a node on the canvas', () => {
	const [action, trigger] = [new TeamViewer(), new TeamViewerTrigger()];

	it.each(actions)('stands "$line"', ({ resource, operation, line }) => {
		expect(subtitle(action, { resource, operation })).toBe(line);
	});

	it.each(events)('of the trigger stands "$line"', ({ triggerOn, line }) => {
		expect(subtitle(trigger, { triggerOn })).toBe(line);
	});
});
