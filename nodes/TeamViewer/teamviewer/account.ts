import { UnexpectedAnswer } from './teamViewerError';
import type { TeamViewerClient } from './client';
import type { Account } from './types';

/** The account that the token belongs to. Needs a user token. */
export async function getAccount(client: TeamViewerClient): Promise<Account> {
	const account = await client.get<Account>('/account');
	if (Array.isArray(account)) throw new UnexpectedAnswer("TeamViewer's answer is not an account");
	return account;
}
