import type { Resource } from '../../execution/operation';
import { addDevice } from './addDevice';
import { create } from './create';
import { deleteGroup } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { getDevices } from './getDevices';
import { removeDevice } from './removeDevice';
import { removePolicy } from './removePolicy';
import { update } from './update';

export const deviceGroup: Resource = {
	name: 'Device Group',
	description: 'Which managed devices belong together',
	operations: {
		addDevice,
		create,
		delete: deleteGroup,
		get,
		getAll,
		getDevices,
		removeDevice,
		removePolicy,
		update,
	},
};
