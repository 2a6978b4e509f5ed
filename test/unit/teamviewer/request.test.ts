import type { ExecuteContext } from 'n8n-core';

import { conceal, secretsIn } from '../../../nodes/TeamViewer/teamviewer/conceal';
import { TeamViewerClient } from '../../../nodes/TeamViewer/teamviewer/client';

const sent = jest.fn();
const client = new TeamViewerClient({
	getNode: () => ({ parameters: { authentication: 'accessToken' } }),
	getCredentials: async () => await Promise.resolve({ accessToken: 'token' }),
	helpers: { httpRequestWithAuthentication: sent },
} as unknown as ExecuteContext);

describe('A request that would delete the whole company', () => {
	it.each(['/users', '/users/', '/USERS', '/company', '/company/', '//users'])(
		'is never sent: DELETE %s',
		async (path) => {
			await expect(client.delete(path)).rejects.toThrow('would delete the whole company');
			await expect(client.act('DELETE', path)).rejects.toThrow('would delete the whole company');
			expect(sent).not.toHaveBeenCalled();
		},
	);
});

describe('What a request sends in secret', () => {
	it('is found by its name, and is not repeated by an error', () => {
		const secrets = secretsIn({
			...{ name: 'Ada', password: 'Hunter.2', sso_customer_id: 'c-77' },
			...{ current_device_password: 'x9', oldpassword: '', emails: ['ada@example.com'] },
		});
		expect(secrets).toEqual(['Hunter.2', 'c-77', 'x9']);
		expect(
			conceal(
				{ kind: 'http', status: 400, description: "'hunter.2' and 'C-77' are wrong" },
				secrets,
			).description,
		).toBe("'…' and '…' are wrong");
		expect(secretsIn()).toEqual([]);
	});
});
