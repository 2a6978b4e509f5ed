/** One answer; the body is parsed where it is JSON. */
export interface Answer {
	status: number;
	headers: Headers;
	body: unknown;
}

/** A bag of JSON. */
export type Json = Record<string, unknown>;

/** TeamViewer's Web API as the facts ask it: nothing in between that would repair, repeat or explain. */
export class Api {
	private readonly remembered = new Map<string, Promise<Answer>>();

	constructor(
		private readonly fetch: (request: Request) => Promise<Response>,
		private readonly token: string,
	) {}

	/** Asks; the same question is sent once, so that a whole run stays far below every rate limit. */
	async get(path: string, query: Record<string, string> = {}): Promise<Answer> {
		const address = `${path}?${new URLSearchParams(query).toString()}`.replace(/\?$/, '');
		const known = this.remembered.get(address) ?? this.send('GET', address);
		this.remembered.set(address, known);
		return await known;
	}

	/** Sends a body. Also what changes: so it is never remembered. */
	async send(method: string, address: string, body?: object, token = this.token): Promise<Answer> {
		const response = await this.fetch(
			new Request(`https://webapi.teamviewer.com/api/v1${address}`, {
				method,
				redirect: 'manual',
				headers: {
					Accept: 'application/json',
					Authorization: `Bearer ${token}`,
					...(body && { 'Content-Type': 'application/json' }),
				},
				...(body && { body: JSON.stringify(body) }),
			}),
		);
		const text = await response.text();
		return { status: response.status, headers: response.headers, body: parsed(text) };
	}

	/** The records of a list. @throws {Untold} where the token may not read it. */
	async list(path: string, key: string, query?: Record<string, string>): Promise<Json[]> {
		const { status, body } = await this.get(path, query);
		if (status !== 200) throw new Untold(`GET ${path} answers ${status}`);
		const records = isJson(body) ? body[key] : undefined;
		if (!Array.isArray(records)) throw new Untold(`GET ${path} has no list '${key}'`);
		return records.filter(isJson);
	}
}

/** A fact that cannot be told for this account, and why. */
export class Untold extends Error {}

export function isJson(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Milliseconds since 1970; NaN for what is no date. */
export function moment(date: unknown): number {
	return Date.parse(String(date));
}

/** A date as TeamViewer takes it. */
export function dateOf(ms: number): string {
	return new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}
