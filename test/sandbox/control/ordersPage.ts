import { html } from 'hono/html';
import { page, type Markup } from '../page';
import type { Order } from './orders';

/** Everything that can be asked for as JSON at this address, on one page. */
export function ordersPage(orders: Order[], address: string): Markup {
	return page({
		title: 'JSON',
		wide: true,
		content: html`<section>
			<h2>What the sandbox can be told</h2>
			<p class="quiet">
				Bodies are JSON; every part of an example may be left out. Fields are those of TeamViewer's
				own records. What comes back is the record that was made or changed.
			</p>
			<p><code class="whole">curl --data '{"count": 2}' ${address}/sandbox/reports</code></p>
			<p class="quiet">
				Who asks for this address without a browser gets this list as JSON:
				<code class="whole">curl ${address}/sandbox</code>
			</p>
			<table>
				<tr>
					<th>Call</th>
					<th>What happens</th>
				</tr>
				${orders.map(
					({ method, path, purpose, example }) =>
						html`<tr>
							<td>${method} ${path}</td>
							<td>
								${purpose}${
									example === undefined
										? ''
										: html`<br /><code class="whole">${JSON.stringify(example)}</code>`
								}
							</td>
						</tr>`,
				)}
			</table>
		</section>`,
		footnote: html`The same with buttons: <a href="/">the control page</a>.`,
	});
}
