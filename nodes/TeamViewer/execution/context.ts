import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Workflow } from '../fields/field';
import type { TeamViewerClient } from '../teamviewer/client';
import type { ExecutionHints } from './hints';
import type { Context } from './operation';

/** What an operation works with for one input item. */
export function itemContext(
	caller: IExecuteFunctions,
	hints: ExecutionHints,
	teamviewer: TeamViewerClient,
	workflow: Workflow,
	index: number,
): Context {
	// Paired at once: an object that gets a property later takes twice the memory, and a list has many.
	const pairedItem = { item: index };
	return {
		teamviewer,
		workflow,
		output(record, binary) {
			const json = record as IDataObject;
			return binary ? { json, binary, pairedItem } : { json, pairedItem };
		},
		hint: (message) => hints.add(message),
		hintOfCutList: (message) => hints.addOfCutList(message),
		prepareFile: async (bytes, name, mimeType) =>
			await caller.helpers.prepareBinaryData(bytes, name, mimeType),
	};
}
