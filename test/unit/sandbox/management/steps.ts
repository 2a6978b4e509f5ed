import type { Sandbox } from '../../../sandbox';
import { call, type Answer } from '../caller';

/** The five ways to ask, as short as tests want them. */
export function clientOf(sandbox: Sandbox, token?: string) {
	const send = async (method: string, path: string, body?: unknown): Promise<Answer> =>
		await call(sandbox, path, { method, body, token });
	return {
		get: async (path: string) => await send('GET', path),
		post: async (path: string, body?: unknown) => await send('POST', path, body),
		put: async (path: string, body?: unknown) => await send('PUT', path, body),
		remove: async (path: string, body?: unknown) => await send('DELETE', path, body),
		/** Every row of a list with page tokens. */
		all: async <Row>(path: string): Promise<Row[]> => {
			const found: Row[] = [];
			let token: unknown = null;
			do {
				const separator = path.includes('?') ? '&' : '?';
				const next =
					token === null ? '' : `${separator}paginationToken=${encodeURIComponent(String(token))}`;
				const { body } = await send('GET', `${path}${next}`);
				found.push(...(body.resources as Row[]));
				token = body.nextPaginationToken;
			} while (token !== null);
			return found;
		},
	};
}

/** Status and body at one glance. */
export function told({ status, body }: Answer): [number, unknown] {
	return [status, body];
}

/** A GUID that nothing has. */
export const NOBODY = '00000000-0000-4000-8000-000000000000';
