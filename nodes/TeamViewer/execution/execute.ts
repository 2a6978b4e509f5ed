import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { InvalidInput } from '../errors/invalidInput';
import { changeAfter, toNodeError } from '../errors/toNodeError';
import { labelsOf } from '../fields/field';
import { ExecutionHints } from './hints';
import type { Operation, Output, Resource } from './operation';
import { readItems, runItems, type Outcome } from './items';
import { findOperation } from './table';

/** Runs the operation that the node's parameters name, once for each input item. */
export async function execute(
	caller: IExecuteFunctions,
	resources: Record<string, Resource>,
): Promise<INodeExecutionData[][]> {
	const operation = chosenOperation(caller, resources);
	const hints = new ExecutionHints(caller);
	const mayFail = caller.continueOnFail();
	const outcomes = await runItems(caller, operation, hints, readItems(caller, operation), mayFail);

	const outputs = outcomes.map((outcome, index) => {
		if (outcome && 'outputs' in outcome) return outcome.outputs;
		if (outcome && mayFail) return [failedItem(caller, operation, outcome.error, index)];
		throw firstFailure(caller, operation, outcomes);
	});
	const told = hints.forAgent();
	// A single long list is handed on as it is: to copy it takes time and memory.
	if (outputs.length === 1 && told.length === 0) return [outputs[0] as INodeExecutionData[]];
	return [[...outputs, told].flat()];
}

function chosenOperation(
	caller: IExecuteFunctions,
	resources: Record<string, Resource>,
): Operation {
	const resource = caller.getNodeParameter('resource', 0);
	const name = caller.getNodeParameter('operation', 0);
	const operation = findOperation(resources, resource, name);
	if (operation) return operation;
	throw toNodeError(
		caller.getNode(),
		new InvalidInput(
			`'${resource}' has no operation '${name}'`,
			'Choose a resource and an operation from the lists.',
		),
	);
}

/** The failure of the first item that failed; where changes were made, with how many, so that nobody makes them again. */
function firstFailure(caller: IExecuteFunctions, operation: Operation, outcomes: Outcome[]): Error {
	const index = outcomes.findIndex((outcome) => outcome && 'error' in outcome);
	const { error } = outcomes[index] as { error: unknown };
	const failure = errorOf(caller, operation, error, index);
	const others = outcomes.filter((_, other) => other !== index);
	if (operation.changes && others.length > 0) {
		failure.description = [failure.description, carriedOut(others)].filter(Boolean).join(' ');
	}
	return failure;
}

/** What became of the changes of these items, in numbers. */
function carriedOut(items: Outcome[]): string {
	const count = (wanted: ReturnType<typeof changeAfter>) =>
		items.filter((outcome) => becameOf(outcome) === wanted).length;
	const [made, notKnown] = [count('made'), count('notKnown')];
	const parts = [
		`Of the other ${items.length} items ${made} were carried out`,
		notKnown > 0 && `of ${notKnown} it is not known whether, or how far`,
		made + notKnown < items.length && 'the rest were not',
	];
	return `${parts.filter(Boolean).join(', ')}.`;
}

function becameOf(outcome: Outcome): ReturnType<typeof changeAfter> {
	if (!outcome) return 'notMade';
	return 'outputs' in outcome ? 'made' : changeAfter(outcome.error);
}

/**
 * A failed item where the workflow goes on: what happened in `error`, what to do about it in `message`. Up to 2.35, n8n
 * sends an item to the error output only when it holds these two and nothing else (`WorkflowExecute.handleNodeErrorOutput`).
 */
function failedItem(
	caller: IExecuteFunctions,
	operation: Operation,
	error: unknown,
	index: number,
): Output {
	const { message, description } = errorOf(caller, operation, error, index);
	const json: IDataObject = { error: message, ...(description && { message: description }) };
	return { json, pairedItem: { item: index } };
}

function errorOf(
	caller: IExecuteFunctions,
	{ fields }: Operation,
	error: unknown,
	itemIndex: number,
) {
	return toNodeError(caller.getNode(), error, { itemIndex, labels: labelsOf(fields) });
}
