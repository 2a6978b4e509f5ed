import { operation } from '../../execution/operation';
import { SIMPLIFY } from '../../fields/simplify';
import { listMissingPatches } from '../../teamviewer/monitoredDevices';
import { simplifyMissingPatch } from '../../teamviewer/simplify/missingPatch';
import { MONITORED_DEVICE } from './monitoredDevice';

export const getMissingPatches = operation({
	name: 'Get Missing Patches',
	action: 'Get missing patches of monitored device',
	description:
		'Get the updates that a device lacks, one item a patch; nothing is installed; not with a company token',
	fields: { monitoredDevice: MONITORED_DEVICE, simplify: SIMPLIFY },
	async run({ monitoredDevice, simplify }, { teamviewer, output }) {
		const patches = await listMissingPatches(teamviewer, monitoredDevice);
		return patches.map((patch) => output(simplify ? simplifyMissingPatch(patch) : patch));
	},
});
