import type { Context } from 'hono';
import { z } from 'zod';
import { readQuery } from './input';
import { pageToken, placeOf } from './placeTokens';
import type { ApiEnv, Service } from './service';

const listQuery = z.object({ paginationToken: z.string().optional() }).strict();

/** Only user groups and their members know a limit (OpenAPI document). */
const limitedQuery = listQuery
	.extend({
		limit: z
			.string()
			.regex(/^[1-9]\d{0,2}$/, 'is no number from 1 to 999')
			.transform(Number)
			.optional(),
	})
	.strict();

/** The form of the newer lists: `resources` and a token for the next page, null at the end. */
export function pagedJson(
	context: Context<ApiEnv>,
	service: Service,
	all: readonly unknown[],
	takesLimit = false,
): Response {
	const query = readQuery(context, takesLimit ? limitedQuery : listQuery) as z.output<
		typeof limitedQuery
	>;
	const size = Math.min(query.limit ?? Infinity, service.pageSize.lists);
	const { page, next } = pageAt(all, query.paginationToken, size, 'paginationToken');
	return context.json({
		currentPaginationToken: query.paginationToken ?? null,
		nextPaginationToken: next,
		resources: page,
	});
}

/** The page that a token stands for, and the token of the next one, null at the end. */
export function pageAt<Row>(
	all: readonly Row[],
	token: string | null | undefined,
	size: number,
	parameter: string,
): { page: Row[]; next: string | null } {
	const place = token === undefined || token === null ? 0 : placeOf(token, parameter);
	const end = place + size;
	return { page: all.slice(place, end), next: end < all.length ? pageToken(end) : null };
}
