import { html } from 'hono/html';
import { writeDate } from '../dates';
import type { Sandbox } from '../index';
import { page, type Markup } from '../page';
import { BUTTON_GROUPS } from './buttons';
import { listsOf, type List } from './lists';

/** What the last click did. */
export interface Done {
	what: string;
	/** Milliseconds. */
	at: number;
}

/** The page looks for news this often, in seconds. */
const REFRESH = 5;

/** Buttons, what the last one did, and below them what they change. */
export function controlPage(sandbox: Sandbox, done?: Done): Markup {
	const { company } = sandbox;
	const open = company.sessions.filter(({ state }) => state === 'Open');
	const lists = listsOf(sandbox);
	/** The title without what it explains. */
	const linkTo = ({ anchor, title }: List) =>
		html`<a href="#${anchor}">${title.split(/[,:]/, 1)}</a>`;
	const content = html`
		<section>
			<h2>${company.account.company_name}</h2>
			<p class="quiet">
				${company.users.length} users, ${company.devices.length} devices,
				${company.reportShelf.published().length} connection reports, ${open.length} open sessions
			</p>
			${
				done === undefined
					? ''
					: html`<p class="done" role="status">${done.what} <code>${writeDate(done.at)}</code></p>`
			}
			${BUTTON_GROUPS.map(
				({ title, buttons }) =>
					html`<p class="list-title">${title}</p>
						<div class="buttons">
							${Object.entries(buttons).map(
								([name, { label }]) =>
									html`<form method="post" action="/buttons/${name}">
										<button type="submit" class="${name === 'end-connection' ? 'main' : ''}">
											${label}
										</button>
									</form>`,
							)}
						</div>`,
			)}
		</section>
		<nav aria-label="Lists">${lists.map(linkTo)}</nav>
		${lists.map(table)}
	`;
	return page({
		title: 'Control',
		content,
		footnote: html`The same can be asked for as JSON: <a href="/sandbox">all calls</a>. This page
			refreshes itself every ${REFRESH} seconds.`,
		wide: true,
		refresh: REFRESH,
	});
}

function table({ anchor, title, columns, rows }: List): Markup {
	return html`<section id="${anchor}">
		<p class="list-title">${title}</p>
		<table>
			<tr>
				${columns.map((column) => html`<th>${column}</th>`)}
			</tr>
			${rows.map(
				(cells) =>
					html`<tr>
						${cells.map((cell) => html`<td>${cell}</td>`)}
					</tr>`,
			)}
		</table>
	</section>`;
}
