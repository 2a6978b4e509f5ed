import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { authorize } from '../api/authorization';
import { parseJson, refuseQuery } from '../api/input';
import type { ApiEnv, Service } from '../api/service';
import { invalidRequest, Refusal } from '../errors';
import type { RegisteredApp } from './RegisteredApp';

const client = { client_id: z.string(), client_secret: z.string() };

const tokenForm = z.discriminatedUnion('grant_type', [
	z
		.object({
			grant_type: z.literal('authorization_code'),
			code: z.string(),
			// Needed by the manual, left out by a live client.
			redirect_uri: z.string().optional(),
			...client,
		})
		.strict(),
	z
		.object({ grant_type: z.literal('refresh_token'), refresh_token: z.string(), ...client })
		.strict(),
]);

/** `/oauth2/token` and `/oauth2/revoke`. */
export function tokenRoutes(service: Service, app: RegisteredApp): Hono<ApiEnv> {
	const { tokens } = service;
	const routes = new Hono<ApiEnv>();

	routes.post('/token', async (context) => {
		refuseQuery(context);
		if (context.req.header('Authorization') !== undefined) {
			throw new Refusal(
				400,
				'invalid_client',
				'The client id and secret belong into the body, not into a header.',
			);
		}
		const fields = await readFields(context);
		if (fields.client_id !== app.clientId || fields.client_secret !== app.clientSecret) {
			throw new Refusal(400, 'invalid_client', 'The client id or the client secret is wrong.');
		}
		return context.json(
			fields.grant_type === 'authorization_code'
				? tokens.redeemCode(fields.code, fields.redirect_uri)
				: tokens.refresh(fields.refresh_token),
		);
	});

	routes.post('/revoke', authorize(service), async (context) => {
		refuseQuery(context);
		if ((await context.req.text()) !== '') throw invalidRequest('This call takes no body.');
		tokens.revoke(context.get('token'));
		return context.body(null, 204);
	});

	return routes;
}

/** A form, or JSON (API manual of 2021). */
async function readFields(context: Context): Promise<z.output<typeof tokenForm>> {
	const type = context.req.header('Content-Type') ?? '';
	const text = await context.req.text();
	if (/^application\/x-www-form-urlencoded\b/i.test(type)) {
		return check(Object.fromEntries(new URLSearchParams(text)));
	}
	if (/^application\/json\b/i.test(type)) return check(parseJson(text));
	throw invalidRequest("The body has to come as 'application/x-www-form-urlencoded'.");
}

function check(fields: unknown): z.output<typeof tokenForm> {
	const result = tokenForm.safeParse(fields);
	if (result.success) return result.data;
	const [issue] = result.error.issues;
	const name =
		issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : (issue?.path.join('.') ?? '');
	throw invalidRequest(`Parameter '${name}' is missing, unknown or wrong.`);
}
