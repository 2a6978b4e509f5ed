import { Hono } from 'hono';
import { refuseQuery } from './input';
import type { ApiEnv, Service } from './service';

/** `/ping`: 200 whatever the token is worth; the body tells (API manual). */
export function pingRoutes({ tokens }: Service): Hono<ApiEnv> {
	const routes = new Hono<ApiEnv>();
	routes.get('/', (context) => {
		refuseQuery(context);
		return context.json({
			token_valid: tokens.isGood(context.req.header('Authorization') ?? null),
		});
	});
	return routes;
}
