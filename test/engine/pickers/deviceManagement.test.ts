import type { INodeParameters } from 'n8n-workflow';

import { TeamViewer } from '../../../nodes/TeamViewer/TeamViewer.node';
import { runListSearch } from '../../harness/engine';
import { locator, workbench } from '../../harness/workbench';

const { sandbox, credential, search, choices, sent } = workbench({ company: 'full' });
const { estate, users } = sandbox.company;
const device = sandbox.addManagedDevice({ name: 'Till 4', teamviewerId: 987_654_321 });
const group = sandbox.addDeviceGroup('New tills');
const manager = estate.device(device.id)?.managers[0];

const searchManagers = async (parameters: INodeParameters) =>
	await runListSearch('searchManagers', {
		credential,
		parameters: { resource: 'manager', operation: 'remove', ...parameters },
	});

describe('From List of managed devices and device groups', () => {
	it('shows a managed device with its TeamViewer ID', async () => {
		const { results } = await search('searchManagedDevices', '987654321');
		expect(results).toEqual([{ name: 'Till 4 · 987654321', value: device.id }]);
	});

	it('shows device groups by name, also where several can be chosen', async () => {
		const entry = { name: 'New tills', value: group.id };
		expect((await search('searchDeviceGroups')).results).toContainEqual(entry);
		expect(await choices('getDeviceGroups')).toContainEqual(entry);
	});
});

describe('From List of managers', () => {
	const mine = { name: `${users[0]?.name} · User`, value: manager?.id };

	it.each([
		['from the list', locator('list', device.id)],
		['by its ID', locator('id', device.id)],
		['by its TeamViewer ID', locator('teamViewerId', '987 654 321')],
		['by an expression, as the editor resolves it', device.id],
	])('shows those of a device that was chosen %s', async (_, managedDevice) => {
		const { results } = await searchManagers({ target: 'managedDevice', managedDevice });
		expect(results).toEqual([mine]);
		expect(sent().at(-1)).toEqual({
			...{ method: 'GET', path: `/managed/devices/${device.id}/managers` },
		});
	});

	it('shows those of a device where the target was never touched', async () => {
		expect((await searchManagers({ managedDevice: locator('id', device.id) })).results).toEqual([
			mine,
		]);
	});

	it('shows those of a device group, a user group by its number where it has no name', async () => {
		const withTeam = estate.groups[1];
		const { results } = await searchManagers({
			...{ target: 'deviceGroup', deviceGroup: locator('list', withTeam?.id ?? '') },
		});
		const team = withTeam?.managers.find(({ type }) => type === 'usergroup');
		expect(results).toContainEqual({
			name: `User group · ${String(sandbox.company.userGroups[0]?.id)}`,
			value: team?.id,
		});
	});

	it.each<[string, INodeParameters, string]>([
		['a device', {}, "'Managed Device' is empty"],
		['a device group', { target: 'deviceGroup' }, "'Device Group' is empty"],
	])('says that %s has to be chosen first', async (_, parameters, message) => {
		await expect(searchManagers(parameters)).rejects.toMatchObject({
			message,
			description: expect.stringMatching(/^Choose a /) as string,
		});
		expect(sent()).toEqual([]);
	});

	it('is read anew, and the manager forgotten, when another device is chosen', () => {
		const managers = new TeamViewer().description.properties.filter(
			({ name }) => name === 'manager',
		);
		expect(managers).toHaveLength(2);
		for (const { typeOptions } of managers) {
			expect(typeOptions?.loadOptionsDependsOn).toEqual([
				...['target', 'managedDevice.value', 'deviceGroup.value'],
			]);
		}
	});
});

it('Group Administration is offered for device groups only', () => {
	const [permissions] = new TeamViewer().description.properties.filter(
		({ name, displayOptions }) =>
			name === 'permissions' && displayOptions?.show?.resource?.includes('manager'),
	);
	expect(permissions?.options).toContainEqual(
		expect.objectContaining({
			value: 'GroupAdministration',
			displayOptions: { show: { target: ['deviceGroup'] } },
		}),
	);
});
