/** How an answer says that something is wrong: the older endpoints' body, or the newer ones' (API manual, OpenAPI document). */
export type ErrorDialect = 'classic' | 'newer';

/** A refusal on its way to becoming an answer. */
export class Refusal extends Error {
	constructor(
		readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 429 | 500,
		/** TeamViewer's category, such as `invalid_request`. */
		readonly category: string,
		description: string,
		readonly headers: Record<string, string> = {},
		/** The field that is wrong, where one is. */
		readonly field?: string,
	) {
		super(description);
	}

	/** Bad tokens are told in the classic way everywhere: they are turned away before any endpoint sees them. */
	toResponse(dialect: ErrorDialect): Response {
		const classic = dialect === 'classic' || this.status === 401;
		return Response.json(classic ? this.classicBody() : this.newerBody(), {
			status: this.status,
			headers: this.headers,
		});
	}

	private classicBody() {
		return {
			error: this.category,
			error_description: this.message,
			error_code: ERROR_CODES[this.category] ?? 0,
			...(this.status === 500 ? { error_signature: 'b3b9f2c1-6d1c-4f6e-9c40-8a6b5f0f7d11' } : {}),
		};
	}

	private newerBody() {
		return {
			IsSuccess: false,
			Error: {
				Message: this.message,
				ExceptionName: this.category,
				// An object from fields to texts (OpenAPI document).
				ValidationErrors: this.field === undefined ? {} : { [this.field]: [this.message] },
			},
		};
	}
}

/** `token_expired` is 1 in the API manual; the other numbers are the sandbox's own. */
const ERROR_CODES: Record<string, number> = {
	token_expired: 1,
	invalid_token: 2,
	invalid_request: 3,
	insufficient_scope: 4,
	rate_limit_reached: 5,
	not_found: 6,
	invalid_grant: 7,
	invalid_client: 8,
	internal_error: 9,
};

export function invalidRequest(description: string, field?: string): Refusal {
	return new Refusal(400, 'invalid_request', description, {}, field);
}

/** Both kinds of bad token carry the same header (API manual). */
export function unauthorized(category: 'token_expired' | 'invalid_token'): Refusal {
	const description =
		category === 'token_expired' ? 'The access token expired' : 'The access token is invalid';
	return new Refusal(401, category, description, { 'WWW-Authenticate': 'Bearer' });
}

/** Any error as an answer. What is no refusal is a mistake of the sandbox; the text says where, or nobody would find it. */
export function answerFor(error: Error, dialect: ErrorDialect): Response {
	const refusal =
		error instanceof Refusal
			? error
			: new Refusal(500, 'internal_error', `The sandbox failed: ${error.stack ?? error.message}`);
	return refusal.toResponse(dialect);
}
