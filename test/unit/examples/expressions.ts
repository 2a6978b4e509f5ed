import { Workflow, type INodeTypes } from 'n8n-workflow';
import type { WorkflowFile } from '../../n8n/workflows';

/** What the fields of an "Edit Fields" node come out as, evaluated by n8n's own code in a time zone. */
export function fieldsOf(
	{ nodes }: WorkflowFile,
	name: string,
	timezone: string,
): Record<string, unknown> {
	const node = nodes.find((each) => each.name === name);
	const { assignments } = (node?.parameters.assignments ?? {}) as {
		assignments?: Array<{ name: string; value: string }>;
	};
	if (node === undefined || assignments === undefined) throw new Error(`"${name}" sets no fields`);
	const nodeTypes = { getByNameAndVersion: () => undefined } as unknown as INodeTypes;
	const workflow = new Workflow({
		nodes: [],
		connections: {},
		active: false,
		nodeTypes,
		settings: { timezone },
	});
	workflow.setNodes([node]);
	return Object.fromEntries(
		assignments.map((field) => [
			field.name,
			workflow.expression.getParameterValue(field.value, null, 0, 0, name, [], 'manual', {}),
		]),
	);
}
