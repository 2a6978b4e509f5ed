import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { Sandbox } from '../index';
import { buttonNamed } from './buttons';
import { ordersList } from './ordersList';
import { ordersPage } from './ordersPage';
import { ORDERS } from './orders';
import { controlPage, type Done } from './page';

/** Steers a running sandbox: a page with buttons at `/`, and the same as JSON under `/sandbox`. Not on TeamViewer's hosts. */
export function controlApp(sandbox: Sandbox): Hono {
	const app = new Hono();
	let done: Done | undefined;

	app.get('/', (context) => context.html(controlPage(sandbox, done)));
	app.get('/sandbox', (context) => {
		const address = new URL(context.req.url).origin;
		// A browser names HTML among what it takes; curl and a workflow's HTTP node take anything.
		const isBrowser = (context.req.header('Accept') ?? '').includes('text/html');
		return isBrowser
			? context.html(ordersPage(ORDERS, address))
			: context.body(`${JSON.stringify(ordersList(ORDERS, address), null, 2)}\n`, 200, {
					'Content-Type': 'application/json',
				});
	});

	for (const { method, path, carryOut } of ORDERS) {
		app.on(method, path, async (context) => {
			const answer = carryOut(sandbox, await bodyOf(context));
			if (answer === undefined) return context.body(null, 204);
			return context.json(answer, method === 'POST' ? 201 : 200);
		});
	}

	app.post('/buttons/:name', (context) => {
		const name = context.req.param('name');
		const button = buttonNamed(name);
		if (button === undefined) throw new Error(`There is no button '${name}'`);
		done = { what: button.press(sandbox), at: sandbox.now() };
		return context.redirect('/', 303);
	});

	app.onError((error, context) =>
		context.json({ error: error instanceof z.ZodError ? error.issues : error.message }, 400),
	);
	return app;
}

async function bodyOf(context: Context): Promise<unknown> {
	const text = await context.req.text();
	return text === '' ? {} : (JSON.parse(text) as unknown);
}
