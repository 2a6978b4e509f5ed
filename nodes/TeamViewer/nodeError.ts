import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { INode } from 'n8n-workflow';

import { InvalidInput } from './inputs/invalidInput';
import { fieldsNamedIn } from './operations/fieldNames';
import { UnreadChange } from './operations/readBack';
import { reasonOf, UnexpectedAnswer } from './teamviewer/errors';

/**
 * What went wrong, as n8n shows it: the item it went wrong with, what happened and what to do about it.
 *
 * @param itemIndex is left out where there are no items, as in a poll.
 */
export function toNodeError(
	node: INode,
	error: unknown,
	itemIndex?: number,
): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) {
		if (reasonOf(error) === 'refused') nameFields(error);
		if (itemIndex !== undefined) error.context.itemIndex = itemIndex;
		return error;
	}
	if (error instanceof InvalidInput) {
		return new NodeOperationError(node, error.message, {
			description: error.description,
			itemIndex,
			failure: { cause: 'configuration-invalid' },
		});
	}
	if (error instanceof UnreadChange) {
		const reading = toNodeError(node, error.reason, itemIndex);
		reading.message = `${error.done}, but reading it back failed: ${reading.message}`;
		reading.description = ['Do not make the change again.', reading.description].join(' ').trim();
		return reading;
	}
	if (error instanceof UnexpectedAnswer) {
		return new NodeOperationError(node, error.message, {
			description: error.remedy,
			itemIndex,
		});
	}
	// Whatever is left is a surprise: its text would tell the user nothing, its stack helps whoever mends it.
	return new NodeOperationError(node, error instanceof Error ? error : new Error(String(error)), {
		message: 'The operation failed because of an unexpected problem in this node',
		description: 'Please report it with the steps that led here.',
		itemIndex,
	});
}

/** TeamViewer names its parameter; the user has to find the field. */
function nameFields(error: NodeApiError | NodeOperationError): void {
	const fields = fieldsNamedIn(error.message);
	if (fields.length === 0) return;
	error.description = `Check the field '${fields.join("' and '")}'. ${error.description ?? ''}`;
}
