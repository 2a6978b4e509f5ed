/** Query values as they are written into the URL; an undefined one is left out. */
export type Query = Record<string, string | boolean | undefined>;

/** One call of TeamViewer's Web API. */
export interface ApiRequest {
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Below `/api/v1`, made by {@link path}: `/sessions/s119-457-589`. */
	path: string;
	/** GET and DELETE only: POST and PUT take their parameters in the body (API manual). */
	query?: Query;
	/** JSON; some calls take a list. */
	body?: object;
	/** A POST that only asks something, so that it may be repeated like a GET. */
	asksOnly?: boolean;
	/** What is asked for, as an error names it: `session s119-457-589`. */
	subject?: string;
	/** An answer without content means that there is nothing. */
	mayBeEmpty?: boolean;
	/** Wants the answer's bytes instead of JSON. */
	binary?: boolean;
}

/** Whether sending it twice is as good as sending it once. */
export function isRead({ method, asksOnly }: Pick<ApiRequest, 'method' | 'asksOnly'>): boolean {
	return method === 'GET' || asksOnly === true;
}

/**
 * Puts values into a path, each encoded as one segment: `` path`/sessions/${code}` ``.
 *
 * @throws {Error} for an empty value or dots only: they would lead to another call, `DELETE /users/` deletes a company. Also
 * for what is no text, and for what JavaScript makes of a missing value: an answer without the ID would lead to
 * `/users/undefined`.
 */
export function path(literals: TemplateStringsArray, ...values: string[]): string {
	if (!values.every(isSegment)) {
		throw new Error('A path of the TeamViewer API was to be built without an ID');
	}
	return String.raw({ raw: literals }, ...values.map(encodeURIComponent));
}

function isSegment(value: unknown): value is string {
	return typeof value === 'string' && !/^([\s.]*|undefined|null)$/.test(value);
}

/**
 * `DELETE /users` and `DELETE /company` delete the whole company for good. {@link path} never makes the first; nothing in
 * this package may send either, whatever else goes wrong.
 *
 * @throws {Error} for these two.
 */
export function refuseToDeleteCompany({ method, path: address }: ApiRequest): void {
	if (method === 'DELETE' && /^\/+(users|company)\/*$/i.test(address)) {
		throw new Error(`DELETE ${address} would delete the whole company`);
	}
}
