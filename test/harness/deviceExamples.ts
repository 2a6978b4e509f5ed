import type { INodeParameters } from 'n8n-workflow';

import type { Sandbox } from '../sandbox';
import { locator } from './workbench';

/** Examples of devices, managed devices, device groups and managers; whatever is lost by one is made for it. */
export function deviceExamples(sandbox: Sandbox): Record<string, INodeParameters[]> {
	const { company } = sandbox;
	const everything = { returnAll: true };
	const policy = locator('id', company.policies[0]?.policy_id ?? '');
	const policies = { 1: company.policies[0]?.policy_id };
	const newDevice = (fields: Parameters<Sandbox['addManagedDevice']>[0] = {}) => {
		const record = company.estate.device(sandbox.addManagedDevice(fields).id);
		if (!record) throw new Error('The device is not managed');
		Object.assign(record, { policies: { ...policies } });
		return { record, managedDevice: locator('id', record.device.id) };
	};
	const newDeviceGroup = () => {
		const group = sandbox.addDeviceGroup('Tills');
		Object.assign(group, { policies: { ...policies } });
		return { group, deviceGroup: locator('id', group.id) };
	};
	const { group: tills, deviceGroup } = newDeviceGroup();
	const { managedDevice: member } = newDevice({ groups: [tills.id] });
	const till = newDevice({ isOnline: false });
	till.record.description = 'Till 4';
	till.record.pending.set(tills.id, 0);

	const [, colleague] = company.users;
	/** A device that a colleague, a user group and the company manage too. */
	const shared = () => {
		const { record, managedDevice } = newDevice();
		const [userGroup] = company.userGroups;
		const { companyId, companyName } = company.profile;
		const id = company.newGuid();
		record.managers.push(
			{
				...{ id, type: 'account', accountId: Number(colleague?.id.slice(1)) },
				...{ name: colleague?.name, permissions: [] },
			},
			{
				...{ id: company.newGuid(), type: 'usergroup', usergroupId: userGroup?.id ?? 0 },
				permissions: ['EasyAccess'],
			},
			{
				...{ id: company.newGuid(), type: 'company', companyId, name: companyName },
				permissions: [],
			},
		);
		return { managedDevice, manager: locator('id', id) };
	};
	const devices = company.devices.slice(0, 12).map(({ device_id }) => locator('id', device_id));
	const [device = ''] = devices;
	const newEntry = () => {
		const device_id = company.newId('d');
		company.devices.push({ ...company.devices[0], device_id, remotecontrol_id: 'r1987654322' });
		return locator('id', device_id);
	};
	const group = locator('id', company.groups[0]?.id ?? '');

	return {
		'device:assign': [{ device, password: 'secret' }],
		'device:create': [{ remoteControlId: '1987654321', group }],
		'device:delete': [{ device: newEntry() }],
		'device:get': devices.map((one) => ({ device: one })),
		'device:getAll': [everything],
		'device:update': devices.map((one) => ({
			...{ device: one, updateFields: { description: 'Till 4' } },
		})),
		'deviceGroup:addDevice': [{ deviceGroup, managedDevice: newDevice().managedDevice }],
		'deviceGroup:create': [{ name: 'Shops north' }],
		'deviceGroup:delete': [{ deviceGroup: newDeviceGroup().deviceGroup }],
		'deviceGroup:get': [{ deviceGroup }],
		'deviceGroup:getAll': [everything],
		'deviceGroup:getDevices': [
			{ ...everything, deviceGroup },
			{ ...everything, deviceGroup, pending: true },
		],
		'deviceGroup:removeDevice': [{ deviceGroup, managedDevice: member }],
		'deviceGroup:removePolicy': [{ deviceGroup: newDeviceGroup().deviceGroup }],
		'deviceGroup:update': [{ deviceGroup, updateFields: { name: 'Tills 2' } }],
		'managedDevice:changeGroups': [
			{ managedDevice: newDevice().managedDevice, addToGroups: [tills.id] },
		],
		'managedDevice:delete': [{ managedDevice: newDevice().managedDevice }],
		'managedDevice:get': [{ managedDevice: till.managedDevice }],
		'managedDevice:getAll': [{ ...everything, filters: { scope: 'company' } }],
		'managedDevice:removePolicy': [{ managedDevice: newDevice().managedDevice }],
		'managedDevice:update': [
			{ managedDevice: till.managedDevice, updateFields: { name: 'Till 5', policy } },
		],
		'manager:add': [
			{
				managedDevice: newDevice().managedDevice,
				user: locator('id', colleague?.id ?? ''),
				permissions: ['EasyAccess', 'DeviceDescription'],
			},
		],
		'manager:getAll': [{ ...everything, managedDevice: shared().managedDevice }],
		'manager:remove': [shared()],
		'manager:update': [{ ...shared(), permissions: ['EasyAccess'] }],
	};
}
