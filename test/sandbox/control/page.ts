import { html } from 'hono/html';
import { writeDate } from '../dates';
import type { Sandbox } from '../index';
import { page, type Markup } from '../page';
import { BUTTON_GROUPS } from './buttons';

/** What the last click did. */
export interface Done {
	what: string;
	/** Milliseconds. */
	at: number;
}

/** The page looks for news this often, in seconds. */
const REFRESH = 5;

const SHOWN = 8;

/** Buttons, what the last one did, and beside them what they change. */
export function controlPage(sandbox: Sandbox, done?: Done): Markup {
	const { company, requests, credentials, quota } = sandbox;
	const offline = company.managedDevices.filter(({ isOnline }) => isOnline === false);
	const open = company.sessions.filter(({ state }) => state === 'Open');
	const newest = company.reportShelf.published().slice(0, SHOWN);
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
			'Managed devices that are offline',
			['Last seen', 'Device', 'Id'],
			offline.slice(0, SHOWN).map(({ last_seen, name, id }) => [last_seen ?? '', name ?? '', id]),
		)}
		${table(
			'Newest alarms',
			['Found', 'Alarm', 'Device'],
			company.alarms
				.slice(0, SHOWN)
				.map(({ TimeFrame, AlarmConfiguration, DeviceId }) => [
					TimeFrame.FoundAt,
					AlarmConfiguration,
					String(DeviceId),
				]),
		)}
		${table(
			'Event log',
			['When', 'Event', 'Author', 'Affected'],
			company.auditEvents
				.slice(0, SHOWN)
				.map(({ Timestamp, EventName, Author, AffectedItem }) => [
					Timestamp ?? '',
					EventName ?? '',
					Author ?? '',
					AffectedItem ?? '',
				]),
		)}
		${table(
			`Calls by function, licence: ${quota.licence ?? 'none'}`,
			['Function', 'Token', 'Calls'],
			quota
				.counts()
				.slice(0, SHOWN)
				.map(({ call, tokenId, count, limit }) => [
					call,
					tokenId,
					limit === undefined ? String(count) : `${count} of ${limit}`,
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
		${table(
			'To connect n8n: these open nothing but this sandbox',
			['What', 'Value'],
			[
				['Client ID', credentials.clientId],
				['Client secret', credentials.clientSecret],
				['Script token', credentials.scriptToken],
			],
		)}
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
