import type { INodeParameters } from 'n8n-workflow';

import { TeamViewer } from '../../../nodes/TeamViewer/TeamViewer.node';
import { runListSearch, tokenCredential } from '../../harness/engine';
import { locator, workbench } from '../../harness/workbench';

const { sandbox, credential, search, sent } = workbench({ company: 'full' });
const { company } = sandbox;
const colleague = company.users[1] as { id: string; email: string };
const hers = company.addGroup('Hers alone', colleague.id);
const ofCompany = tokenCredential(sandbox.credentials.companyToken);

const groupsFor = async (parameters: INodeParameters, from = ofCompany) =>
	(await runListSearch('searchGroups', { credential: from, parameters })).results;
const inGroup = (operation: string, owner?: INodeParameters[string]): INodeParameters => ({
	...{ resource: 'group', operation },
	...(owner !== undefined && { options: { owner } }),
});
const hersByName = company
	.groupsOf(colleague.id)
	.map(({ id, name }) => ({ name, value: id }))
	.sort((one, other) => String(one.name).localeCompare(String(other.name)));

describe('From List of groups, with a company token', () => {
	it.each(['get', 'update', 'delete', 'share', 'unshare'])(
		'shows the groups of the chosen owner on %s',
		async (operation) => {
			const groups = await groupsFor(inGroup(operation, locator('list', colleague.id)));
			expect(groups).toEqual(hersByName);
			expect(groups).toContainEqual({ name: 'Hers alone', value: hers.id });
			expect(sent()).toEqual([{ method: 'GET', path: `/users/${colleague.id}/groups` }]);
		},
	);

	it('is offered beside an owner by every operation that works on one group', () => {
		const shownBy = (name: string, has: string) =>
			new TeamViewer().description.properties
				.filter((one) => one.name === name && JSON.stringify(one).includes(has))
				.flatMap(({ displayOptions }) =>
					displayOptions?.show?.resource?.includes('group')
						? (displayOptions.show.operation ?? [])
						: [],
				)
				.sort();
		expect(shownBy('options', '"owner"')).toEqual(['delete', 'get', 'share', 'unshare', 'update']);
		expect(shownBy('group', '"searchGroups"')).toEqual(shownBy('options', '"owner"'));
	});

	it.each<[string, INodeParameters[string]]>([
		['by an ID', locator('id', ` ${colleague.id.slice(1)} `)],
		['by an expression, as the editor resolves it', colleague.id],
	])('understands an owner given %s', async (_, owner) => {
		expect(await groupsFor(inGroup('get', owner))).toEqual(hersByName);
		expect(sent()).toHaveLength(1);
	});

	it('looks up an owner given by email', async () => {
		const owner = locator('email', colleague.email.toUpperCase());
		expect(await groupsFor(inGroup('get', owner))).toEqual(hersByName);
		expect(sent().map(({ path }) => path)).toEqual(['/users', `/users/${colleague.id}/groups`]);
	});

	it('names an owner whom nobody knows, or whose ID is none', async () => {
		await expect(
			groupsFor(inGroup('get', locator('email', 'nobody@example.com'))),
		).rejects.toMatchObject({
			message: '\'Owner\' is "nobody@example.com", which no user of the company has',
		});
		sandbox.clearRequests();
		await expect(groupsFor(inGroup('get', locator('id', '../account')))).rejects.toMatchObject({
			message: '\'Owner\' is "../account", which is not the ID of a user',
		});
		expect(sent()).toEqual([]);
	});

	it.each<[string, INodeParameters]>([
		['was not added', inGroup('get')],
		['was left empty', inGroup('get', locator('list', ''))],
		['has an expression that gives nothing yet', inGroup('get', '')],
	])('says to choose the owner first where it %s', async (_, parameters) => {
		await expect(groupsFor(parameters)).rejects.toMatchObject({
			description: expect.stringMatching(
				/^You can still choose By ID\. With a script token of the company, add 'Owner' under Options\. Else give the token this permission\.$/,
			) as string,
		});
		expect(sent().map(({ path }) => path)).toEqual(['/groups']);
	});

	it('says so as well where TeamViewer asks for a user token in its own words', async () => {
		sandbox.faults.add({
			status: 403,
			body: { error: 'invalid_request', error_description: 'A user access token is needed' },
		});
		await expect(groupsFor(inGroup('get'))).rejects.toMatchObject({
			message: 'This needs the token of a user, but the credential holds one of the company',
			description:
				"You can still choose By ID. With a script token of the company, add 'Owner' under Options. Or use a user's credential.",
		});
	});

	it('sends nobody to an owner where there is none to choose', async () => {
		const session = { resource: 'session', operation: 'create' };
		await expect(groupsFor(session)).rejects.toMatchObject({
			description:
				'You can still choose By ID. Create a script token that has it in TeamViewer (Edit profile > Apps), not one of the company.',
		});
		sandbox.faults.add({
			status: 403,
			body: { error: 'invalid_request', error_description: 'A user access token is needed' },
		});
		await expect(groupsFor(session)).rejects.toMatchObject({
			description: "You can still choose By ID. Or use a user's credential.",
		});
	});
});

describe('From List of groups, with a user token', () => {
	it("shows the user's own without an owner", async () => {
		expect(await groupsFor(inGroup('get'), credential)).toEqual(
			(await search('searchGroups')).results,
		);
		expect(new Set(sent().map(({ path }) => path))).toEqual(new Set(['/groups']));
	});

	it('tells what is missing, and no more, where TeamViewer is in trouble', async () => {
		sandbox.faults.failEvery({ status: 400, body: { error: 'invalid_request' } });
		await expect(groupsFor(inGroup('get'), credential)).rejects.toMatchObject({
			description: expect.not.stringContaining('Owner') as string,
		});
	});
});
