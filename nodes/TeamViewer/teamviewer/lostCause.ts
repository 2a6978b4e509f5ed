type Bag = Record<string, unknown>;

/**
 * The error that an error wraps.
 *
 * From 1.102 to 2.33, n8n loses what a NodeApiError wraps: the class declares the field `cause` anew, which hides the one
 * that JavaScript set. There, what n8n copied out of the lost error stands in for it: an axios error (`response`, or
 * Node's `code`) or an error of n8n's OAuth2 client (`body`). Headers are lost for good. Source: n8n-workflow's
 * `ExecutionBaseError` and `NodeApiError`.
 */
export function causeOf(error: Bag): unknown {
	if (error.cause !== undefined || error.name !== 'NodeApiError') return error.cause;

	const [message] = Array.isArray(error.messages) ? (error.messages as unknown[]) : [];
	const { data } = (error.context ?? {}) as Bag;
	const code = error.httpCode;
	const status = Number(code);
	if (code === 'EAUTH') return { message, code, body: data ?? {} };
	if (!status) return { message, code };
	const isOAuth2Client = /^HTTP status \d+$/.test(String(message));
	return isOAuth2Client
		? { message, code: 'ESTATUS', status, body: data ?? {} }
		: { message, response: { status, data } };
}
