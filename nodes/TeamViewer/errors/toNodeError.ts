import { ExpressionError, NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { INode, JsonObject } from 'n8n-workflow';

import { PartlyDone, UnreadChange } from '../teamviewer/change';
import { TeamViewerError, UnexpectedAnswer } from '../teamviewer/teamViewerError';
import { CATALOGUE, CHECK_VALUES, DOUBT, evidence } from './catalogue';
import { InvalidInput } from './invalidInput';
import { labelsNamedIn, type Label } from './labels';
import { UnreadableParameter } from './unreadableParameter';

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

/** After a change that was made and could not be read back. */
const READ_INSTEAD = 'Do not make the change again. Read the record instead.';

/**
 * What went wrong, as n8n shows it: the item it went wrong with, what happened and what to do about it. It is built from
 * what is known of the failure, never from the error that n8n threw: that one carries the request, with its token.
 */
export function toNodeError(
	node: INode,
	error: unknown,
	place: Place = {},
): NodeApiError | NodeOperationError {
	const { itemIndex, advice = asIs } = place;
	if (error instanceof TeamViewerError) return toApiError(node, error, place);
	if (error instanceof UnreadChange) {
		const afterwards = (remedy: string) =>
			/try again/i.test(remedy) ? READ_INSTEAD : `${READ_INSTEAD} ${remedy}`;
		const reading = toNodeError(node, error.cause, { ...place, advice: afterwards });
		reading.message = `${error.done}, but reading it back failed: ${reading.message}`;
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
				: advice(
						'Try again. If it stays, check whether a proxy between n8n and TeamViewer changes the answers.',
					),
			itemIndex,
		});
	}
	if (error instanceof UnreadableParameter) return toExpressionError(node, error.cause, itemIndex);
	if (error instanceof ExpressionError) return toExpressionError(node, error, itemIndex);
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
	const further = check ? explanation.remedy.replace(CHECK_VALUES, '') : explanation.remedy;
	const remedy = advice(`${check}${further}`.trim());

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

/** What a user wrote into a field cannot be worked out: n8n's own words say best what is wrong with it. */
function toExpressionError(
	node: INode,
	error: Error & Partial<Pick<ExpressionError, 'context' | 'description'>>,
	itemIndex: number | undefined,
): NodeOperationError {
	const nodeError = new NodeOperationError(node, error, {
		message: error.message,
		description: error.description ?? 'Mend the expression in the fields of this node.',
		itemIndex,
		failure: { cause: 'configuration-invalid' },
	});
	// By these n8n's panel names the parameter and the node that the expression speaks of.
	Object.assign(nodeError.context, error.context, nodeError.context);
	return nodeError;
}

function asIs(remedy: string): string {
	return remedy;
}

/** What became of a change that ended with an error, as far as the user can rely on it. */
export function changeAfter(error: unknown): 'made' | 'notMade' | 'notKnown' {
	if (error instanceof UnreadChange) return 'made';
	if (error instanceof PartlyDone) return 'notKnown';
	if (error instanceof UnexpectedAnswer) return error.isDoubtful ? 'notKnown' : 'notMade';
	if (!(error instanceof TeamViewerError)) return 'notMade';
	return CATALOGUE[error.reason](error).remedy.includes(DOUBT) ? 'notKnown' : 'notMade';
}
