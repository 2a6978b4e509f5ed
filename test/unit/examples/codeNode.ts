/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import vm from 'node:vm';
import { DateTime } from 'luxon';
import type { WorkflowFile } from '../../n8n/workflows';

export interface CodeItem<Json = Record<string, unknown>> {
	json: Json;
	binary?: Record<string, { data: string; mimeType: string; fileName: string }>;
}

/**
 * Runs the JavaScript of a Code node as n8n does, with what it may use there.
 *
 * @param outputs what the nodes gave that it asks for with `$('…')`, by their names
 */
export function runCodeNode<Json>(
	workflow: WorkflowFile,
	name: string,
	outputs: Record<string, object[]>,
): Array<CodeItem<Json>> {
	const node = workflow.nodes.find((each) => each.name === name);
	if (node?.type !== 'n8n-nodes-base.code') throw new Error(`"${name}" is no Code node`);
	const $ = (asked: string) => {
		const items = outputs[asked]?.map((json) => ({ json }));
		if (items === undefined) throw new Error(`"${name}" reads "${asked}", which has not run`);
		return { all: () => items, first: () => items[0] };
	};
	const result: unknown = vm.runInNewContext(`(() => {\n${String(node.parameters.jsCode)}\n})()`, {
		$,
		$now: DateTime.now(),
		DateTime,
		Buffer,
	});
	// What comes from another context has other prototypes, which a comparison would notice.
	return JSON.parse(JSON.stringify(result)) as Array<CodeItem<Json>>;
}
