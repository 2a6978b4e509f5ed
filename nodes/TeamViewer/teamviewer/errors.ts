import { NodeApiError } from 'n8n-workflow';
import type { INode, JsonObject } from 'n8n-workflow';

import { DOUBT, explain, isExpiredToken, type Reason, type Situation } from './errorCatalogue';
import type { Failure } from './failure';

export { DOUBT, isExpiredToken };

/** TeamViewer answered with success, but not in a form that this package knows. */
export class UnexpectedAnswer extends Error {
	constructor(
		message: string,
		/** What to do about it. */
		readonly remedy = 'Try again. If it stays, check whether a proxy between n8n and TeamViewer changes the answers.',
	) {
		super(message);
	}
}

/**
 * The error that a user sees. It is built from what is known of the failure, never from the error that n8n threw:
 * that one carries the request, with its token.
 *
 * @param secrets are taken out of every text, should TeamViewer echo one.
 */
export function toApiError(node: INode, situation: Situation, secrets: string[]): NodeApiError {
	const failure = tellable(situation.failure, secrets);
	const explanation = explain({ ...situation, failure });

	const error = new NodeApiError(node, {} as JsonObject, {
		message: explanation.message,
		description: [explanation.remedy.trim(), evidence(failure)].filter(Boolean).join(' '),
		...(failure.status !== undefined && { httpCode: String(failure.status) }),
		...(explanation.failure && { failure: explanation.failure }),
	});
	error.context.reason = explanation.reason;
	error.context.remedy = explanation.remedy.trim();
	error.context.data = {
		...(failure.category && { error: failure.category }),
		...(failure.description && { error_description: failure.description }),
		...(failure.signature && { error_signature: failure.signature }),
	};
	return error;
}

/** Why TeamViewer could not do what was asked; undefined for an error that {@link toApiError} did not make. */
export function reasonOf(error: unknown): Reason | undefined {
	return error instanceof NodeApiError ? (error.context.reason as Reason | undefined) : undefined;
}

/** What to do about it, without TeamViewer's own words; undefined for an error that {@link toApiError} did not make. */
export function remedyOf(error: unknown): string | undefined {
	return error instanceof NodeApiError ? (error.context.remedy as string | undefined) : undefined;
}

/** Longest text of TeamViewer's that an error repeats, in characters: enough for every sentence, too little for a page. */
const LONGEST_TEXT = 500;

/** TeamViewer's words without secrets, should it echo one, and without a whole page of them. */
function tellable(failure: Failure, secrets: string[]): Failure {
	const told = (text: string | undefined) => {
		const concealed = secrets.reduce(
			(result, secret) => result.replace(new RegExp(escaped(secret), 'gi'), '…'),
			text ?? '',
		);
		return concealed.length > LONGEST_TEXT
			? `${concealed.slice(0, LONGEST_TEXT)}…`
			: concealed || undefined;
	};
	return {
		...failure,
		category: told(failure.category),
		description: told(failure.description),
		signature: told(failure.signature),
	};
}

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** TeamViewer's own words, for those who ask its support. */
function evidence({ kind, status, category, description, signature, code }: Failure): string {
	if (kind === 'network') return code ? `(${code})` : '';
	if (status === undefined) return '';
	const facts = [
		`HTTP ${status}`,
		...(category ? [category] : []),
		...(description ? [`"${description.replace(/\.$/, '')}"`] : []),
		...(signature ? [`signature ${signature}`] : []),
	];
	return `TeamViewer said: ${facts.join(', ')}.`;
}
