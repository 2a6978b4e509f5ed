/**
 * n8n could not work out what the user wrote into a parameter. Its own words say best what is wrong with an expression; of
 * a wrong syntax it throws an error like any other, so only the place where it was thrown tells it apart.
 */
export class UnreadableParameter extends Error {
	private constructor(override readonly cause: Error) {
		super(cause.message);
	}

	/** @param cause what n8n threw */
	static because(cause: Error): UnreadableParameter {
		return new UnreadableParameter(cause);
	}
}
