import type { Sandbox } from '../../sandbox';

/** An answer as a test reads it: JSON, where there is any. */
export interface Answer {
	status: number;
	headers: Headers;
	body: Record<string, unknown>;
}

/** A request to the Web API; a body is sent as JSON. */
export interface Call {
	method?: string;
	token?: string;
	body?: unknown;
	headers?: Record<string, string>;
}

/** Calls the sandbox's Web API as an app would, with a user's token unless told otherwise. */
export async function call(sandbox: Sandbox, path: string, options: Call = {}): Promise<Answer> {
	const { method = 'GET', token = sandbox.credentials.userToken, body, headers } = options;
	const response = await sandbox.fetch(
		new Request(`https://webapi.teamviewer.com/api/v1${path}`, {
			method,
			headers: {
				...(token === '' ? {} : { Authorization: `Bearer ${token}` }),
				...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
				...headers,
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		}),
	);
	const text = await response.text();
	return {
		status: response.status,
		headers: response.headers,
		body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>,
	};
}

/** The rows of a list answer. */
export function rows<Row>(answer: Answer, key: string): Row[] {
	return answer.body[key] as Row[];
}

/** Follows a list to its end and gives the pages' rows. */
export async function pages<Row>(
	sandbox: Sandbox,
	path: string,
	key: string,
	offsetName: string,
): Promise<Row[][]> {
	const all: Row[][] = [];
	let offset: unknown;
	do {
		const separator = path.includes('?') ? '&' : '?';
		const page = offset === undefined ? path : `${path}${separator}${offsetName}=${String(offset)}`;
		const answer = await call(sandbox, page);
		all.push(rows<Row>(answer, key));
		offset = answer.body.next_offset;
	} while (offset !== undefined);
	return all;
}
