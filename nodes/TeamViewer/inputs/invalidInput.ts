/**
 * What a user filled in cannot be sent. The message names the field as the user sees it, the description says what to do.
 * Whoever knows the node turns it into a NodeOperationError.
 */
export class InvalidInput extends Error {
	constructor(
		message: string,
		readonly description?: string,
	) {
		super(message);
	}
}
