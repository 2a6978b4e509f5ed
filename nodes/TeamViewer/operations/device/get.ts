import { operation } from '../../execution/operation';
import { SIMPLIFY } from '../../fields/simplify';
import { getDevice } from '../../teamviewer/devices';
import { DEVICE, shown } from './fields';

export const get = operation({
	name: 'Get',
	action: 'Get device',
	description:
		'Get one device of the Computers & Contacts list, with its online state; not with a company token',
	fields: { device: DEVICE, simplify: SIMPLIFY },
	async run({ device: id, simplify }, { teamviewer, output }) {
		return [output(shown(await getDevice(teamviewer, id), simplify))];
	},
});
