import { createSandbox, type Sandbox } from '../../../sandbox';
import { listsOf } from '../../../sandbox/control/lists';
import { accountNumber } from '../../../sandbox/company/ids';
import { call } from '../caller';

let sandbox: Sandbox;

beforeEach(() => {
	sandbox = createSandbox();
});

/** A list of the control page, each row by its columns' names. */
function list(anchor: string): Array<Record<string, string>> {
	const { columns = [], rows = [] } = listsOf(sandbox).find((one) => one.anchor === anchor) ?? {};
	return rows.map((cells) =>
		Object.fromEntries(cells.map((cell, index) => [columns[index] ?? '', cell])),
	);
}

it('The control page shows every user with role, state and groups, as they are changed', async () => {
	expect(list('users')).toHaveLength(sandbox.company.users.length);
	const user = sandbox.company.users[1];
	const id = user?.id ?? '';
	const row = () => list('users').find(({ Email }) => Email === user?.email);
	expect(row()).toMatchObject({ Name: user?.name, Active: 'yes' });
	expect(row()?.Role).toContain('Supporter');
	await call(sandbox, `/users/${id}`, { method: 'PUT', body: { active: false } });
	expect(row()?.Active).toBe('no');

	const team = sandbox.company.userGroups.find(
		({ members }) => !members.includes(accountNumber(id)),
	);
	expect(team).toBeDefined();
	const body = [accountNumber(id)];
	await call(sandbox, `/usergroups/${team?.id}/members`, { method: 'POST', body });
	expect(row()?.['User groups']).toContain(team?.name);

	const group = sandbox.company.storedGroups.find(
		({ owner, shares }) =>
			owner.userid === sandbox.company.account.userid &&
			!shares.some(({ userid }) => userid === id),
	);
	const share = { users: [{ userid: id, permissions: 'read' }] };
	await call(sandbox, `/groups/${group?.id}/share_group`, { method: 'POST', body: share });
	expect(row()?.['Groups shared with them']).toContain(group?.name);
});

it('It shows every managed device with the TeamViewer ID that the forms ask for, and its managers', async () => {
	const { managedDevices, users } = sandbox.company;
	expect(list('managed-devices').map((row) => row['TeamViewer ID'])).toEqual(
		managedDevices.map(({ teamviewerId }) => String(teamviewerId)),
	);
	const [device] = managedDevices;
	const row = () => list('managed-devices')[0];
	const person = users.at(-1);
	expect(row()?.Managers).not.toContain(person?.name);
	await call(sandbox, `/managed/devices/${device?.id}/managers`, {
		method: 'POST',
		body: [{ accountId: accountNumber(person?.id ?? ''), permissions: ['EasyAccess'] }],
	});
	expect(row()?.Managers).toContain(person?.name);
	sandbox.setDeviceOnline(device?.id ?? '', false);
	expect(row()?.Online).toMatch(/^no, last seen 20/);
	sandbox.setDeviceOnline(device?.id ?? '', true);
	expect(row()?.Online).toBe('yes');
});

it('Its event log says who became a manager, a user group by its name', async () => {
	const [device] = sandbox.company.managedDevices;
	const [team] = sandbox.company.userGroups;
	const person = sandbox.company.users.at(-1);
	await call(sandbox, `/managed/devices/${device?.id}/managers`, {
		method: 'POST',
		body: [
			{ accountId: accountNumber(person?.id ?? ''), permissions: ['EasyAccess'] },
			{ usergroupId: team?.id, permissions: ['EasyAccess'] },
		],
	});
	const told = list('event-log')
		.slice(0, 2)
		.map(({ Event, Affected, Details }) => [Event, Affected, Details]);
	expect(told.sort()).toEqual(
		[person?.name, team?.name]
			.map((name) => ['Manager added', device?.name, `Manager: ${name}; Permissions: EasyAccess`])
			.sort(),
	);
});

it('Its event log and its last requests go thirty rows back', async () => {
	for (let count = 0; count < 40; count++) await call(sandbox, '/ping');
	expect(list('event-log')).toHaveLength(30);
	expect(list('requests')).toHaveLength(30);
});
