import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { controlPage } from './controlPage';
import type { Sandbox } from './index';
import type { ConnectionReport, Session } from './company/types';

const reportOrder = z
	.object({
		/** How many; 1 where left out. */
		count: z.number().int().min(1).max(100_000).optional(),
		/** How late the report appears, in seconds. */
		publishedInSeconds: z.number().min(0).optional(),
		fields: z.record(z.unknown()).optional(),
	})
	.strict();

const sessionOrder = z
	.object({
		/** Of an existing session; without it a new one is opened. */
		code: z.string().optional(),
		online: z.boolean().optional(),
		state: z.enum(['Open', 'Closed']).optional(),
		fields: z.record(z.unknown()).optional(),
	})
	.strict();

const faultOrder = z
	.object({
		method: z.string().optional(),
		/** A regular expression for the path. */
		path: z.string().optional(),
		times: z.number().int().min(1).optional(),
		after: z.number().int().min(0).optional(),
		status: z.number().int().min(200).max(599).optional(),
		body: z.unknown().optional(),
		headers: z.record(z.string()).optional(),
		drop: z.boolean().optional(),
		malformed: z.boolean().optional(),
		afterHandling: z.boolean().optional(),
		delayMs: z.number().min(0).optional(),
		/** Instead of all that: too many calls, in one of two dialects. */
		rateLimit: z.enum(['403', '429']).optional(),
		/** Milliseconds for every request from now on. */
		latencyMs: z.number().min(0).optional(),
	})
	.strict();

/** Steers a running sandbox: a page with buttons at `/`, and the same as JSON under `/sandbox`. Not on TeamViewer's hosts. */
export function controlApp(sandbox: Sandbox): Hono {
	const app = new Hono();

	app.get('/', (context) => context.html(controlPage(sandbox)));

	app.post('/sandbox/reports', async (context) => {
		const order = await readOrder(context, reportOrder);
		const publishedAt =
			order.publishedInSeconds === undefined
				? undefined
				: sandbox.now() + order.publishedInSeconds * 1000;
		const reports = Array.from({ length: order.count ?? 1 }, () =>
			sandbox.addReport({ ...(order.fields as Partial<ConnectionReport>), publishedAt }),
		);
		return context.json({ reports }, 201);
	});

	app.post('/sandbox/sessions', async (context) => {
		const { code, online, state, fields } = await readOrder(context, sessionOrder);
		const changed = code === undefined ? sandbox.addSession() : sandbox.changeSession(code, {});
		if (fields !== undefined) sandbox.changeSession(changed.code, fields as Partial<Session>);
		if (online !== undefined) sandbox.setSessionOnline(changed.code, online);
		if (state === 'Closed') sandbox.closeSession(changed.code);
		if (state === 'Open') sandbox.reopenSession(changed.code);
		return context.json(changed, code === undefined ? 201 : 200);
	});

	app.post('/sandbox/faults', async (context) => {
		const { rateLimit, latencyMs, path, ...fault } = await readOrder(context, faultOrder);
		const matcher = path === undefined ? {} : { path: new RegExp(path) };
		if (latencyMs !== undefined) sandbox.faults.latencyMs = latencyMs;
		if (rateLimit !== undefined) {
			sandbox.faults.rateLimit({ ...matcher, times: fault.times, dialect: rateLimit });
		} else if (latencyMs === undefined || Object.keys(fault).length > 0) {
			sandbox.faults.add({ ...matcher, ...fault });
		}
		return context.body(null, 204);
	});

	app.delete('/sandbox/faults', (context) => {
		sandbox.faults.clear();
		return context.body(null, 204);
	});

	app.post('/sandbox/tokens/expire', (context) => {
		sandbox.expireAccessTokens();
		return context.body(null, 204);
	});

	app.post('/sandbox/tokens/revoke', (context) => {
		sandbox.revokeAll();
		return context.body(null, 204);
	});

	app.get('/sandbox/requests', (context) => context.json(sandbox.requests));

	app.delete('/sandbox/requests', (context) => {
		sandbox.clearRequests();
		return context.body(null, 204);
	});

	app.post('/buttons/:name', (context) => {
		press(sandbox, context.req.param('name'));
		return context.redirect('/', 303);
	});

	app.onError((error, context) =>
		context.json({ error: error instanceof z.ZodError ? error.issues : error.message }, 400),
	);
	return app;
}

/** What the buttons of the control page do. */
function press(sandbox: Sandbox, button: string): void {
	const waiting = sandbox.company.sessions.filter(({ state }) => state === 'Open');
	const offline = waiting.find(({ online }) => online !== true);
	const [newest] = waiting;
	switch (button) {
		case 'end-connection':
			sandbox.addReport();
			return;
		case 'open-session':
			sandbox.addSession();
			return;
		case 'customer-online':
			if (offline !== undefined) sandbox.setSessionOnline(offline.code, true);
			return;
		case 'close-session':
			if (newest !== undefined) sandbox.closeSession(newest.code);
			return;
		case 'expire-tokens':
			sandbox.expireAccessTokens();
			return;
		case 'rate-limit':
			sandbox.faults.rateLimit({ host: 'webapi.teamviewer.com' });
			return;
		case 'fair-weather':
			sandbox.faults.clear();
			return;
		default:
			throw new Error(`There is no button '${button}'`);
	}
}

async function readOrder<Schema extends z.ZodTypeAny>(
	context: Context,
	schema: Schema,
): Promise<z.output<Schema>> {
	const text = await context.req.text();
	return schema.parse(text === '' ? {} : (JSON.parse(text) as unknown)) as z.output<Schema>;
}
