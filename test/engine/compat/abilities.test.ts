import { ExecuteContext } from 'n8n-core';
import type { IExecuteFunctions, INode } from 'n8n-workflow';

import { TeamViewerClient } from '../../../nodes/TeamViewer/teamviewer/client';
import { workbench } from '../../harness/workbench';

/** Runs this on an n8n whose executions take no hints. */
async function withoutHints<T>(task: () => Promise<T>): Promise<T> {
	const { prototype } = ExecuteContext;
	const { addExecutionHints } = prototype;
	Object.assign(prototype, { addExecutionHints: undefined });
	try {
		return await task();
	} finally {
		Object.assign(prototype, { addExecutionHints });
	}
}

/** What older versions of n8n lack, or lack in places: see docs/compatibility.md. */
describe('What only some versions of n8n can do', () => {
	describe('hints', () => {
		const { run } = workbench();
		// Of one list n8n tells so itself.
		const twice = { items: [{}, {}] };
		const fiveReports = () => run('connectionReport', 'getAll', { limit: 5 }, twice);

		it('tell that a list was cut, and the list is the same without them', async () => {
			const told = await fiveReports();
			const untold = await withoutHints(fiveReports);

			expect(told.hints).toHaveLength(1);
			expect(untold).toEqual({ items: told.items, hints: [] });
			expect(untold.items).toHaveLength(2 * 5);
		});
	});

	describe('renewing a token by hand', () => {
		const node = { type: 'node', parameters: { authentication: 'oAuth2' } } as unknown as INode;
		const expired = Object.assign(new Error('Bad request'), {
			response: { status: 400, data: { error: 'token_expired' } },
		});

		/** An n8n whose token is expired until it is renewed. */
		const n8nThat = ({ canRenew }: { canRenew: boolean }) => {
			const log: string[] = [];
			const helpers = {
				httpRequestWithAuthentication: async () => {
					log.push('request');
					if (!log.includes('renewal')) throw expired;
					return { statusCode: 200, headers: {}, body: { userid: 'u1' } };
				},
				...(canRenew && { refreshOAuth2Token: async () => void log.push('renewal') }),
			};
			const caller = { helpers, getNode: () => node, getCredentials: async () => ({}) };
			return { log, client: new TeamViewerClient(caller as unknown as IExecuteFunctions) };
		};

		it('makes up for an expiry that comes with another status than 401', async () => {
			const { client, log } = n8nThat({ canRenew: true });

			expect(await client.get('/account')).toEqual({ userid: 'u1' });
			expect(log).toEqual(['request', 'renewal', 'request']);
		});

		it('is asked of the user where n8n cannot', async () => {
			const { client } = n8nThat({ canRenew: false });

			await expect(client.get('/account')).rejects.toMatchObject({ reason: 'tokenExpired' });
		});
	});
});
