/** n8n refused a request to its API. */
export class N8nError extends Error {
	override readonly name = 'N8nError';

	constructor(
		/** The HTTP status. */
		readonly status: number,
		/** n8n's own words. */
		readonly reason: string,
		request: string,
	) {
		super(`n8n answered ${request} with ${status}: ${reason}`);
	}
}

/** A busy n8n closes connections that are kept for the next request just as that one is sent. */
const ONE_REQUEST_ONLY = { connection: 'close' };

/** The person who owns an n8n. The password needs eight characters, a digit and a capital letter. */
export interface Owner {
	email: string;
	password: string;
	firstName: string;
	lastName: string;
}

/**
 * A person signed in to n8n, as its editor in the browser is: by the API under `/rest` and the cookie that
 * signing in gives. (n8n's public API cannot run a workflow by hand, nor connect OAuth2.)
 */
export class N8nSession {
	private cookie = '';

	private constructor(
		/** n8n's address without a slash at the end. */
		readonly url: string,
	) {}

	/** Makes the owner of an n8n that has none yet, and signs in as that owner. */
	static async setUpOwner(url: string, owner: Owner): Promise<N8nSession> {
		const session = new N8nSession(url);
		await session.post('/owner/setup', owner);
		return session;
	}

	/** Signs in. */
	static async signIn(url: string, { email, password }: Owner): Promise<N8nSession> {
		const session = new N8nSession(url);
		await session.post('/login', { emailOrLdapLoginId: email, password });
		return session;
	}

	/** Whether n8n has an owner already, or waits for one to be made. */
	static async hasOwner(url: string): Promise<boolean> {
		const settings = await new N8nSession(url).get<{
			userManagement: { showSetupOnFirstLoad: boolean };
		}>('/settings');
		return !settings.userManagement.showSetupOnFirstLoad;
	}

	async get<T>(path: string, query: Record<string, string> = {}): Promise<T> {
		const search = new URLSearchParams(query).toString();
		return await this.request<T>('GET', search === '' ? path : `${path}?${search}`);
	}

	async post<T>(path: string, body: object = {}): Promise<T> {
		return await this.request<T>('POST', path, body);
	}

	/** Opens a page of n8n's with this session's cookie, without following redirects, as a browser would. */
	async open(url: string): Promise<Response> {
		return await fetch(url, {
			headers: { cookie: this.cookie, ...ONE_REQUEST_ONLY },
			redirect: 'manual',
		});
	}

	/** One request to n8n's API; `path` without the `/rest` before it. The envelope `{ data }` is taken off. */
	private async request<T>(method: string, path: string, body?: object): Promise<T> {
		const response = await fetch(`${this.url}/rest${path}`, {
			method,
			headers: {
				cookie: this.cookie,
				...ONE_REQUEST_ONLY,
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		this.keepCookie(response);
		const text = await response.text();
		const answer = parseJson(text);
		if (!response.ok) {
			throw new N8nError(response.status, answer?.message ?? text, `${method} /rest${path}`);
		}
		return (answer !== undefined && 'data' in answer ? answer.data : answer) as T;
	}

	private keepCookie(response: Response): void {
		for (const cookie of response.headers.getSetCookie()) {
			const [pair = ''] = cookie.split(';');
			if (pair.startsWith('n8n-auth=')) this.cookie = pair;
		}
	}
}

function parseJson(text: string): { message?: string; data?: unknown } | undefined {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
