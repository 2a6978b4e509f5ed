import type { Resource } from '../../execution/operation';
import { getAll } from './getAll';
import { getHardware } from './getHardware';
import { getInformation } from './getInformation';
import { getMissingPatches } from './getMissingPatches';
import { getSoftware } from './getSoftware';

export const monitoredDevice: Resource = {
	name: 'Monitored Device',
	description: 'Hardware, software and missing patches of devices',
	operations: { getAll, getHardware, getInformation, getMissingPatches, getSoftware },
};
