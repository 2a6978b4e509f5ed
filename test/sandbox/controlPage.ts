import { html } from 'hono/html';
import type { Sandbox } from './index';
import { page, type Markup } from './page';

/** What somebody who tries the nodes out may want to happen, by the name of the button's address. */
const BUTTONS = [
	{ name: 'end-connection', label: 'Let a connection end now', look: 'main' },
	{ name: 'open-session', label: 'Open a session', look: '' },
	{ name: 'customer-online', label: 'Let a customer come online', look: '' },
	{ name: 'close-session', label: 'Close the newest session', look: '' },
	{ name: 'expire-tokens', label: 'Expire all access tokens', look: '' },
	{ name: 'rate-limit', label: 'Rate-limit the next call', look: '' },
	{ name: 'fair-weather', label: 'Clear all faults', look: '' },
] as const;

const SHOWN = 8;

/** Buttons, and beside them what they change: the newest reports, the open sessions, the last requests. */
export function controlPage(sandbox: Sandbox): Markup {
	const { company, requests } = sandbox;
	const open = company.sessions.filter(({ state }) => state === 'Open');
	const newest = company.reportShelf.published().slice(0, SHOWN);
	const content = html`
		<section>
			<h2>${company.account.company_name}</h2>
			<p class="quiet">
				${company.users.length} users, ${company.devices.length} devices,
				${company.reportShelf.published().length} connection reports, ${open.length} open sessions
			</p>
			<div class="buttons">
				${BUTTONS.map(
					({ name, label, look }) =>
						html`<form method="post" action="/buttons/${name}">
							<button type="submit" class="${look}">${label}</button>
						</form>`,
				)}
			</div>
		</section>
		${table(
			'Newest connection reports',
			['Ended', 'Supporter', 'Device or customer', 'Id'],
			newest.map(({ record }) => [
				record.end_date ?? 'running',
				record.username ?? '',
				record.devicename ?? record.end_customer?.name ?? '–',
				record.id,
			]),
		)}
		${table(
			'Open sessions',
			['Opened', 'Code', 'Customer', 'Description'],
			open
				.slice(0, SHOWN)
				.map((session) => [
					session.created_at ?? '',
					`${session.code}${session.online ? ' (online)' : ''}`,
					session.end_customer?.name ?? '–',
					session.description ?? '',
				]),
		)}
		${table(
			'Last requests',
			['Call', 'Token', 'Answer'],
			requests
				.slice(-SHOWN)
				.reverse()
				.map((request) => [
					`${request.method} ${request.path}`,
					request.tokenId ?? '',
					`${request.status ?? 'under way'}${request.fault === undefined ? '' : ` (${request.fault})`}`,
				]),
		)}
	`;
	return page({
		title: 'Control',
		content,
		footnote: 'The same can be asked for as JSON under /sandbox.',
		wide: true,
	});
}

function table(title: string, columns: string[], rows: string[][]): Markup {
	return html`<section>
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
