/**
 * What a user filled in cannot be sent. The message names the field as the user sees it, the description says what to do.
 */
export class InvalidInput extends Error {
	constructor(
		message: string,
		readonly description?: string,
	) {
		super(message);
	}
}
