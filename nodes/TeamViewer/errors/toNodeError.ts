import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { INode, JsonObject } from 'n8n-workflow';

import { PartlyDone, UnreadChange } from '../teamviewer/change';
import { TeamViewerError, UnexpectedAnswer } from '../teamviewer/teamViewerError';
import { CATALOGUE, DOUBT, evidence } from './catalogue';
import { InvalidInput } from './invalidInput';
import { labelsNamedIn, type Label } from './labels';

/** Where an error came up, as far as it helps the user. */
export interface Place {
	/** The item it went wrong with; left out where there are none, as in a poll. */
	itemIndex?: number;
	/** The fields that the user filled in. */
	labels?: readonly Label[];
	/** Leaves out all but what to do, where there is room for that only. */
	isBrief?: boolean;
	/** What is to be done first, or in any case. */
	advice?: (remedy: string) => string;
}

/**
 * What went wrong, as n8n shows it: the item it went wrong with, what happened and what to do about it. It is built from
 * what is known of the failure, never from the error that n8n threw: that one carries the request, with its token.
 */
export function toNodeError(
	node: INode,
	error: unknown,
	place: Place = {},
): NodeApiError | NodeOperationError {
	const { itemIndex } = place;
	if (error instanceof TeamViewerError) return toApiError(node, error, place);
	if (error instanceof UnreadChange) {
		const reading = toNodeError(node, error.cause, place);
		reading.message = `${error.done}, but reading it back failed: ${reading.message}`;
		reading.description = ['Do not make the change again.', reading.description].join(' ').trim();
		return reading;
	}
	if (error instanceof PartlyDone) {
		const rest = toNodeError(node, error.cause, place);
		rest.message = `${error.done}, but the rest failed: ${rest.message}`;
		rest.description = ['What was done stays: do only the rest again.', rest.description]
			.join(' ')
			.trim();
		return rest;
	}
	if (error instanceof InvalidInput) {
		return new NodeOperationError(node, error.message, {
			description: error.description,
			itemIndex,
			failure: { cause: 'configuration-invalid' },
		});
	}
	if (error instanceof UnexpectedAnswer) {
		return new NodeOperationError(node, error.message, {
			description: error.isDoubtful
				? DOUBT
				: 'Try again. If it stays, check whether a proxy between n8n and TeamViewer changes the answers.',
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

function toApiError(
	node: INode,
	error: TeamViewerError,
	{ itemIndex, labels = [], isBrief = false, advice = asIs }: Place,
): NodeApiError {
	const { failure, reason } = error;
	const explanation = CATALOGUE[reason](error);
	// TeamViewer names its parameter; the user has to find the field.
	const fields = reason === 'refused' ? labelsNamedIn(failure.description ?? '', labels) : [];
	const check = fields.length > 0 ? `Check the field '${fields.join("' and '")}'. ` : '';
	const remedy = advice(`${check}${explanation.remedy}`.trim());

	const apiError = new NodeApiError(node, {} as JsonObject, {
		message: explanation.message,
		description: [remedy, ...(isBrief ? [] : [explanation.note, evidence(failure)])]
			.filter(Boolean)
			.join(' '),
		...(failure.status !== undefined && { httpCode: String(failure.status) }),
		...(explanation.failure && { failure: explanation.failure }),
		...(itemIndex !== undefined && { itemIndex }),
	});
	apiError.context.reason = reason;
	apiError.context.data = {
		...(failure.category && { error: failure.category }),
		...(failure.description && { error_description: failure.description }),
		...(failure.signature && { error_signature: failure.signature }),
	};
	if (itemIndex !== undefined) apiError.context.itemIndex = itemIndex;
	return apiError;
}

function asIs(remedy: string): string {
	return remedy;
}
