/** One answer; the body is parsed where it is JSON. */
export interface Answer {
	status: number;
	headers: Headers;
	body: unknown;
}

/** A bag of JSON. */
export type Json = Record<string, unknown>;

/** A call that TeamViewer refused because there were too many. */
export interface Refusal extends Answer {
	/** Sends the same once more. */
	again: () => Promise<Answer>;
}

/** Milliseconds to wait for an answer: one that never comes must not keep a person waiting. */
const PATIENCE = 20_000;

/** TeamViewer's Web API as the facts ask it: nothing in between that would repair, repeat or explain. */
export class Api {
	/** In order of arrival. */
	readonly refusals: Refusal[] = [];
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
		const again = async () =>
			await this.answerTo(`https://webapi.teamviewer.com/api/v1${address}`, {
				method,
				headers: {
					Accept: 'application/json',
					Authorization: `Bearer ${token}`,
					...(body && { 'Content-Type': 'application/json' }),
				},
				...(body && { body: JSON.stringify(body) }),
			});
		const answer = await again();
		if (isTooMany(answer)) this.refusals.push({ ...answer, again });
		return answer;
	}

	/** Opens a page of another host, as a browser would: the token is not sent along. */
	async visit(url: string): Promise<Answer> {
		return await this.answerTo(url, { method: 'GET' });
	}

	/** The records of a list, whatever the case of its key. @throws {Untold} where the token may not read it. */
	async list(path: string, key: string, query?: Record<string, string>): Promise<Json[]> {
		return recordsIn(await this.get(path, query), `GET ${path}`, key);
	}

	/** A record that is not wrapped. @throws {Untold} where the token may not read it. */
	async one(path: string, query?: Record<string, string>): Promise<Json> {
		const { status, body } = await this.get(path, query);
		if (status !== 200) throw new Untold(`GET ${nameless(path)} answers ${status}`);
		if (!isJson(body)) throw new Unlike(`GET ${nameless(path)} gives no object`);
		return body;
	}

	private async answerTo(url: string, init: RequestInit): Promise<Answer> {
		const signal = AbortSignal.timeout(PATIENCE);
		const response = await this.fetch(new Request(url, { ...init, redirect: 'manual', signal }));
		const text = await response.text();
		return { status: response.status, headers: response.headers, body: parsed(text) };
	}
}

/** A fact that cannot be told for this account, and why. */
export class Untold extends Error {}

/** An answer has another form than every fact about it takes for granted. */
export class Unlike extends Error {}

export function isJson(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field, whatever the case of its key: newer answers spell keys in several. */
export function field(record: Json, name: string): unknown {
	const key = Object.keys(record).find((one) => one.toLowerCase() === name.toLowerCase());
	return key === undefined ? undefined : record[key];
}

/** The records of a list that an answer holds. @throws {Untold} where the token may not read it, {Unlike} without one. */
export function recordsIn({ status, body }: Answer, call: string, key: string): Json[] {
	if (status !== 200) throw new Untold(`${nameless(call)} answers ${status}`);
	const records = isJson(body) ? field(body, key) : undefined;
	if (!Array.isArray(records)) throw new Unlike(`${nameless(call)} has no list '${key}'`);
	return records.filter(isJson);
}

/** The first of several. @throws {Untold} where there is none. */
export function first<Item>(items: Item[], what: string): Item {
	const [item] = items;
	if (item === undefined) throw new Untold(`there is no ${what}`);
	return item;
}

/** Milliseconds since 1970; NaN for what is no date. */
export function moment(date: unknown): number {
	return Date.parse(String(date));
}

/** A date as TeamViewer takes it. */
export function dateOf(ms: number): string {
	return new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** Status and category of an answer. */
export function described({ status, body }: { status: number; body: unknown }): string {
	return `${status}${isJson(body) && typeof body.error === 'string' ? ` ${body.error}` : ''}`;
}

function isTooMany({ status, body }: Answer): boolean {
	return status === 429 || (isJson(body) && body.error === 'rate_limit_reached');
}

/** Ids say nothing about TeamViewer, but much about an account. */
function nameless(path: string): string {
	return path.replace(/\/[^/]*\d[^/]*/g, '/…');
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}
