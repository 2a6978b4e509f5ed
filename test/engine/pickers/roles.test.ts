import { tokenCredential } from '../../harness/engine';
import { workbench } from '../../harness/workbench';

const { sandbox, search, choices, sent } = workbench({ company: 'full', pageSize: 2 });
const { company } = sandbox;
const values = (results: Array<{ value: unknown }>) => results.map(({ value }) => value);

it('Roles are chosen by name', async () => {
	const { results } = await search('searchRoles', 'supp');
	expect(sent()).toEqual([{ method: 'GET', path: '/userroles' }]);
	expect(results).toEqual([{ name: 'Supporter', value: company.roles.named('Supporter')?.id }]);
});

it('Roles are found however TeamViewer spells its keys', async () => {
	sandbox.faults.add({ status: 200, body: { roles: [{ id: 'R-1', name: 'Auditor' }] } });
	const { results } = await search('searchRoles');
	expect(results).toEqual([{ name: 'Auditor', value: 'R-1' }]);
});

it('User groups are chosen by name, a page of TeamViewer at a time', async () => {
	const first = await search('searchUserGroups');
	expect(values(first.results)).toEqual(company.userGroups.slice(0, 2).map(({ id }) => String(id)));
	const second = await search('searchUserGroups', undefined, String(first.paginationToken));
	expect(second.results.map(({ name }) => name)).toEqual(
		company.userGroups.slice(2).map(({ name }) => name),
	);
	expect(second.paginationToken).toBeUndefined();
});

it('The permissions of a role are offered by name', async () => {
	expect(values(await choices('getRolePermissions'))).toEqual([
		'AllowGroupSharing',
		'AssignBackupPolicies',
		'DeleteConnections',
		'ManageAdmins',
		'ManageUsers',
		'ModifyConnections',
	]);
	expect(sent()).toEqual([{ method: 'GET', path: '/userroles/permissions' }]);
});

it('They are read as a bare list too', async () => {
	sandbox.faults.add({ status: 200, body: ['ManageUsers', 'AllowGroupSharing'] });
	expect(values(await choices('getRolePermissions'))).toEqual(['AllowGroupSharing', 'ManageUsers']);
});

it('Who may not see roles is told what is missing, and the way out', async () => {
	const credential = tokenCredential(sandbox.credentials.limitedToken(['Users.Read'], []));
	await expect(choices('getRolePermissions', { credential })).rejects.toMatchObject({
		message:
			'The TeamViewer token lacks a permission: one for user roles (its name in TeamViewer is not documented)',
		description: expect.stringMatching(/^You can still give them by an expression\. /) as string,
	});
	await expect(search('searchUserGroups', '', undefined, { credential })).rejects.toMatchObject({
		message: 'The TeamViewer token lacks a permission: View groups (User Group management)',
	});
});
