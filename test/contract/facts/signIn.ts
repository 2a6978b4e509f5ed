import type { Api } from '../api';
import type { Question } from '../fact';

/** An app that nobody has registered: no one can be asked for consent by it. */
const QUERY = 'response_type=code&client_id=made-up-by-the-contract-tests&display=popup';

export const signIn: Question[] = [
	{
		question:
			'What do the two sign-in hosts answer? A live client had to leave login. for account.',
		source: 'live clients',
		ask: async (api) =>
			[
				`login. ${await answerOf(api, 'login.teamviewer.com')}`,
				`account. ${await answerOf(api, 'account.teamviewer.com')}`,
			].join(', '),
	},
];

async function answerOf(api: Api, host: string): Promise<string> {
	try {
		const { status, headers } = await api.visit(`https://${host}/oauth2/authorize?${QUERY}`);
		const target = headers.get('Location');
		// What else a redirect carries may be secret.
		const shown = target === null ? '' : ` to ${new URL(target, `https://${host}`).host}`;
		return `${status}${shown}`;
	} catch {
		return 'cannot be reached';
	}
}
