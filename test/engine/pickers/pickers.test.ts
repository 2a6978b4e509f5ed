import { TeamViewer } from '../../../nodes/TeamViewer/TeamViewer.node';
import { tokenCredential } from '../../harness/engine';
import { locator, workbench } from '../../harness/workbench';

jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../../harness/noWaiting')>('../../harness/noWaiting')
		.n8nWorkflowWithoutWaiting(),
);

const { sandbox, search, run, sent } = workbench({ company: 'full', pageSize: 40 });
const { company } = sandbox;
const names = (results: Array<{ name: string }>) => results.map(({ name }) => name);
const values = (results: Array<{ value: unknown }>) => results.map(({ value }) => value);

describe('From List of groups, users and devices', () => {
	it('shows groups by name', async () => {
		const { results, paginationToken } = await search('searchGroups');
		expect(sent()).toEqual([{ method: 'GET', path: '/groups' }]);
		expect(names(results)).toEqual(
			company.groups.map(({ name }) => String(name)).sort((a, b) => a.localeCompare(b)),
		);
		expect(paginationToken).toBeUndefined();
	});

	it('shows users with their email, and nobody first where a session is assigned', async () => {
		const { results } = await search('searchUsers');
		const [user] = company.users as [{ id: string; name: string; email: string }];
		expect(results).toContainEqual({ name: `${user.name} (${user.email})`, value: user.id });
		const { results: assignees } = await search('searchAssignees');
		expect(assignees[0]).toEqual({ name: 'Nobody', value: 'u0' });
		expect(assignees).toHaveLength(results.length + 1);
	});

	it('shows devices with their online state, a hundred at a time', async () => {
		const first = await search('searchDevices');
		expect(first.results).toHaveLength(100);
		expect(first.results[0]?.name).toMatch(/ · (Online|Offline|Away|Busy)$/);
		const second = await search('searchDevices', undefined, String(first.paginationToken));
		expect(second.paginationToken).toBeUndefined();
		expect(new Set(values([...first.results, ...second.results]))).toEqual(
			new Set(company.devices.map(({ device_id }) => device_id)),
		);
	});

	it('finds by every word in any order, by id, and in any case', async () => {
		const [user] = company.users as [{ id: string; name: string }];
		const [first, last] = user.name.split(' ') as [string, string];
		for (const filter of [`${last} ${first}`, user.id, first.toUpperCase()]) {
			expect(values((await search('searchUsers', filter)).results)).toContain(user.id);
		}
		expect((await search('searchUsers', 'nobody of this name')).results).toEqual([]);
	});

	it('starts anew when the place to go on from is made up', async () => {
		const { results } = await search('searchDevices', undefined, '../account');
		expect(results).toHaveLength(100);
	});

	it('leaves out records without an id, and shows those without a name by their id', async () => {
		sandbox.faults.add({
			status: 200,
			body: { groups: [{ name: 'No id' }, { id: 'g7' }, { id: 8, name: 'A number' }] },
		});
		expect((await search('searchGroups')).results).toEqual([{ name: 'g7', value: 'g7' }]);
	});
});

describe('From List of sessions', () => {
	it('shows open sessions, newest first, with description, customer and age', async () => {
		const session = sandbox.addSession({
			description: 'Printer is offline',
			end_customer: { name: 'Nathan Smith' },
		});
		const { results } = await search('searchSessions');
		expect(results[0]).toEqual({
			name: `Printer is offline · Nathan Smith · 0 min old · ${session.code}`,
			value: session.code,
		});
		expect(sent()).toEqual([{ method: 'GET', path: '/sessions', query: { full_list: 'true' } }]);
	});

	it.each([
		['the code', (code: string) => code],
		['the code without dashes', (code: string) => code.replaceAll('-', '')],
		['the code with blanks', (code: string) => code.replaceAll('-', ' ')],
		[
			'a link',
			(code: string) => `https://get.teamviewer.com/v15/${code.replaceAll('-', '')}-secret`,
		],
	])('finds a session by %s', async (_, write) => {
		const { code } = sandbox.addSession();
		expect(values((await search('searchSessions', write(code))).results)).toEqual([code]);
	});
});

describe('From List of connection reports', () => {
	it('shows who connected to what, when and for how long, a page of TeamViewer at a time', async () => {
		sandbox.addReport({
			username: 'Ada Example',
			devicename: 'FRONTDESK-01',
			end_customer: { name: 'Nathan Smith' },
			session_code: undefined,
			start_date: '2090-01-31T08:15:00Z',
			end_date: '2090-01-31T08:40:00Z',
		});
		const first = await search('searchReports');
		// Connections that still run stand above all that have ended.
		expect(first.results.slice(0, 2).map(({ name }) => name)).toContain(
			'2090-01-31 08:40 · 25 min · Nathan Smith · Ada Example → FRONTDESK-01',
		);
		expect(first.results).toHaveLength(40);
		const second = await search('searchReports', undefined, String(first.paginationToken));
		expect(values([...first.results, ...second.results])).toEqual(
			company.connectionReports.slice(0, 80).map(({ id }) => id),
		);
	});

	it('reads on while nothing matches, five pages at most, and goes on where it stopped', async () => {
		const report = company.connectionReports[130] as { id: string };
		expect(values((await search('searchReports', report.id)).results)).toEqual([report.id]);
		expect(sent()).toHaveLength(4);

		sandbox.clearRequests();
		const none = await search('searchReports', 'nothing like this');
		expect(none.results).toEqual([]);
		expect(sent()).toHaveLength(5);
		expect(none.paginationToken).toMatch(new RegExp(`${company.connectionReports[199]?.id}$`));
		await search('searchReports', 'nothing like this', String(none.paginationToken));
		expect(sent()[5]?.query).toEqual({ offset_id: company.connectionReports[199]?.id });
	});
});

describe('A token without the right to list', () => {
	it.each([
		['searchGroups', 'By ID', 'Group management: view groups (Groups.Read)'],
		['searchUsers', 'By ID', 'User management: view users (Users.Read)'],
		['searchAssignees', 'By ID', 'User management: view users (Users.Read)'],
		['searchDevices', 'By ID', 'Computers & Contacts: view entries (ContactList.Read)'],
		['searchReports', 'By ID', 'Connection reporting (Connections.Read)'],
		['searchSessions', 'By Code', 'Session management (Sessions.ReadAll or Sessions.ReadOwn)'],
	])('is told by %s, with %s as the way out', async (method, mode, permission) => {
		const credential = tokenCredential(sandbox.credentials.limitedToken(['Account.Read']));
		await expect(search(method, '', undefined, { credential })).rejects.toMatchObject({
			message: `The TeamViewer token lacks a permission: ${permission}`,
			description: expect.stringMatching(
				new RegExp(`^You can still choose ${mode}\\. Create a script token(?!.*TeamViewer said)`),
			) as string,
		});
	});

	it('is not sent to By ID when TeamViewer does not accept the token at all', async () => {
		await expect(
			search('searchGroups', '', undefined, { credential: tokenCredential('no-such-token') }),
		).rejects.toMatchObject({
			message: 'TeamViewer does not accept the access token',
			description: expect.stringMatching(/^Create a new script token/) as string,
		});
	});

	it('can still create a session in a group given by its id', async () => {
		const credential = tokenCredential(sandbox.credentials.limitedToken(['Sessions.Create']));
		const group = locator('id', company.groups[0]?.id ?? '');
		const { items } = await run('session', 'create', { group }, { credential });
		expect(items[0]?.json.code).toMatch(/^s/);
	});
});

it('Every list that a picker offers can be searched', () => {
	const node = new TeamViewer();
	const methods = JSON.stringify(node.description.properties).match(/"searchListMethod":"\w+"/g);
	const offered = new Set(methods?.map((match) => match.slice(20, -1)));
	expect([...offered].sort()).toEqual(Object.keys(node.methods.listSearch).sort());
});
