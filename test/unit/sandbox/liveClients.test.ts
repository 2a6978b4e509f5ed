import { createSandbox, type Sandbox } from '../../sandbox';
import { clientOf } from './management/steps';

let sandbox: Sandbox;
let client: ReturnType<typeof clientOf>;

beforeEach(() => {
	sandbox = createSandbox({ company: 'small' });
	client = clientOf(sandbox);
});

async function token(body: string, contentType: string) {
	return await sandbox.fetch(
		new Request('https://webapi.teamviewer.com/api/v1/oauth2/token', {
			method: 'POST',
			headers: { 'Content-Type': contentType },
			body,
		}),
	);
}

async function codeFrom(host: string): Promise<string> {
	const { clientId, redirectUris } = sandbox.credentials;
	const query = new URLSearchParams({
		response_type: 'code',
		client_id: clientId,
		redirect_uri: redirectUris[0] ?? '',
		display: 'popup',
	});
	const page = await sandbox.fetch(new Request(`https://${host}/oauth2/authorize?${query}`));
	const request = /name="request" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
	const answer = await sandbox.fetch(
		new Request(`https://${host}/oauth2/authorize`, {
			method: 'POST',
			body: new URLSearchParams({ request, decision: 'allow' }),
		}),
	);
	return new URL(answer.headers.get('Location') ?? '').searchParams.get('code') ?? '';
}

describe('what live clients send is taken', () => {
	it.each([
		'/users?full_list=True',
		'/USERS',
		'/Groups/',
		'/reports/connections?has_code=False',
		'/users?permissions=ManageAdmins,ManageUsers',
		'/groups?name=internal&shouldMatchFullName=True',
	])('GET %s', async (path) => {
		expect((await client.get(path)).status).toBe(200);
	});

	it('full_list for one user, and several addresses joined by commas', async () => {
		const [one, other] = sandbox.company.users;
		expect((await client.get(`/users/${one?.id}?full_list=true`)).body).toEqual(one);
		const emails = `${one?.email},${other?.email}`;
		expect((await client.get(`/users?email=${emails}`)).body.users).toHaveLength(2);
		const contacts = sandbox.company.contacts.map(({ email }) => email).slice(0, 2);
		const found = await client.get(`/contacts?email=${contacts.join(',')}`);
		expect(found.body.contacts).toHaveLength(2);
	});

	it('"Closed" as the state of a session, and a group by id and name that agree', async () => {
		const { code } = sandbox.addSession();
		const [group, other] = sandbox.company.groups;
		expect((await client.put(`/sessions/${code}`, { state: 'Closed' })).status).toBe(204);
		const both = { groupid: group?.id, groupname: group?.name };
		expect((await client.post('/sessions', both)).status).toBe(200);
		const apart = { groupid: group?.id, groupname: other?.name };
		expect((await client.post('/sessions', apart)).status).toBe(400);
	});

	it('the deletion of a session, which closes it or erases it', async () => {
		const { code } = sandbox.addSession();
		expect((await client.remove(`/sessions/${code}`)).status).toBe(204);
		expect((await client.get(`/sessions/${code}`)).body.state).toBe('Closed');
		const other = createSandbox({ company: 'empty', sessionDeletion: 'erases' });
		const erased = other.addSession().code;
		await clientOf(other).remove(`/sessions/${erased}`);
		expect((await clientOf(other).get(`/sessions/${erased}`)).status).toBe(400);
	});

	it('a request for tokens as JSON, without the redirect URI, after the other sign-in host', async () => {
		const { clientId: client_id, clientSecret: client_secret } = sandbox.credentials;
		const code = await codeFrom('account.teamviewer.com');
		const fields = { grant_type: 'authorization_code', code, client_id, client_secret };
		const answer = await token(JSON.stringify(fields), 'application/json');
		expect(answer.status).toBe(200);
		const again = await codeFrom('login.teamviewer.com');
		const form = new URLSearchParams({ ...fields, code: again, code_verifier: 'x'.repeat(43) });
		const pkce = await token(form.toString(), 'application/x-www-form-urlencoded');
		expect(pkce.status).toBe(400);
	});
});

describe('what nobody documents is still refused', () => {
	it.each(['/users?limit=1', '/groups?full_list=true', '/contacts?parameters.name=x', '/ping?x=1'])(
		'GET %s',
		async (path) => {
			expect((await client.get(path)).status).toBe(400);
		},
	);

	it('a body that is a form where JSON is wanted', async () => {
		const response = await sandbox.fetch(
			new Request('https://webapi.teamviewer.com/api/v1/usergroups', {
				method: 'POST',
				headers: { Authorization: `Bearer ${sandbox.credentials.userToken}` },
				body: new URLSearchParams({ name: 'X' }),
			}),
		);
		expect(response.status).toBe(400);
	});

	it('a group name, or no group at all, from a company token', async () => {
		const company = clientOf(sandbox, sandbox.credentials.companyToken);
		const [group] = sandbox.company.groups;
		for (const body of [{}, { groupname: group?.name }]) {
			expect((await company.post('/sessions', body)).status).toBe(400);
		}
		expect((await company.post('/sessions', { groupid: group?.id })).status).toBe(200);
	});
});
