import { has, onlyRecordOf, pageOfValues, recordsOf } from './answer';
import { inBatches } from './change';
import type { TeamViewerClient } from './client';
import { readPages, type Page } from './pages';
import { path } from './request';
import { UnexpectedAnswer } from './teamViewerError';
import type { SsoDomain } from './types';

/** Who of a domain signs in elsewhere, or who does not. */
export type SsoList = 'inclusion' | 'exclusion';

/** The SSO domains that the token's user owns; TeamViewer does not page them. */
export async function listSsoDomains(client: TeamViewerClient): Promise<SsoDomain[]> {
	return recordsOf<SsoDomain>(await client.get('/ssoDomain'), 'domains');
}

/** One domain. OpenAPI document: as it is; TeamViewer's PowerShell module: as a list of one. */
export async function getSsoDomain(client: TeamViewerClient, id: string): Promise<SsoDomain> {
	const thing = `SSO domain ${id}`;
	const answer = await client.get<object>(path`/ssoDomain/${id}`, undefined, thing);
	const domain = onlyRecordOf<SsoDomain>(answer, 'domains', thing);
	if (!has(domain, 'domain_id') && !has(domain, 'DomainId')) {
		throw new UnexpectedAnswer("TeamViewer's answer is not an SSO domain: it has no ID");
	}
	return domain;
}

/** The addresses of one of its lists. */
export function ssoEmailPages(
	client: TeamViewerClient,
	id: string,
	list: SsoList,
): AsyncGenerator<Page<{ email: string }>, void, void> {
	return readPages(async (ct) =>
		pageOfValues<{ email: string }>(
			await client.get(path`/ssoDomain/${id}/${list}`, { ct }, `SSO domain ${id}`),
			{ key: 'emails', field: 'email', tokenKey: 'continuation_token' },
		),
	);
}

/** Adds addresses to one of its lists. */
export async function addSsoEmails(
	client: TeamViewerClient,
	id: string,
	list: SsoList,
	emails: string[],
): Promise<void> {
	await changeList(client, 'POST', id, list, emails);
}

/** Takes addresses off one of its lists. */
export async function removeSsoEmails(
	client: TeamViewerClient,
	id: string,
	list: SsoList,
	emails: string[],
): Promise<void> {
	await changeList(client, 'DELETE', id, list, emails);
}

/** The same body adds and removes. Source: TeamViewer's PowerShell module. */
async function changeList(
	client: TeamViewerClient,
	method: 'POST' | 'DELETE',
	id: string,
	list: SsoList,
	emails: string[],
): Promise<void> {
	const record = path`/ssoDomain/${id}/${list}`;
	const done = `email addresses were ${method === 'POST' ? 'added' : 'removed'}`;
	await client.inTurn(record, async () => {
		await inBatches(emails, done, async (batch) => {
			await client.act(method, record, { body: { emails: batch }, subject: `SSO domain ${id}` });
		});
	});
}
