import { isRecord } from './isRecord';
import { change } from './change';
import type { TeamViewerClient } from './client';
import { UnexpectedAnswer } from './teamViewerError';
import type { Account, AccountChanges } from './types';

/** The account that the token belongs to. Needs a user token. */
export async function getAccount(client: TeamViewerClient): Promise<Account> {
	const account = await client.get<Account>('/account');
	if (Array.isArray(account)) throw new UnexpectedAnswer("TeamViewer's answer is not an account");
	return account;
}

/** Changes that account; undefined where the result is not to be read. */
export async function updateAccount(
	client: TeamViewerClient,
	changes: AccountChanges,
	isRead: boolean,
): Promise<Account | undefined> {
	return await change(client, {
		record: '/account',
		send: async () => await client.put('/account', changes),
		done: 'The account was changed',
		...(isRead && { read: async () => await getAccount(client) }),
	});
}

/** What the token's user may do in the company: the names of what is granted. Source: TeamViewer's PowerShell module. */
export async function listOwnPermissions(client: TeamViewerClient): Promise<string[]> {
	const answer = await client.get<unknown>('/users/effectivepermissions');
	if (!isRecord(answer)) {
		throw new UnexpectedAnswer("TeamViewer's answer has no list of permissions");
	}
	return Object.keys(answer).filter((name) => answer[name] === true);
}
