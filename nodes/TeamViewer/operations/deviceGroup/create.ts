import { operation } from '../../execution/operation';
import { required } from '../../fields/field';
import { createDeviceGroup } from '../../teamviewer/deviceGroups';
import { NAME } from './fields';

export const create = operation({
	name: 'Create',
	action: 'Create device group',
	description: "Create a group of managed devices; the token's user becomes its manager",
	changes: true,
	fields: { name: required(NAME) },
	async run({ name }, { teamviewer, output }) {
		return [output(await createDeviceGroup(teamviewer, name))];
	},
});
