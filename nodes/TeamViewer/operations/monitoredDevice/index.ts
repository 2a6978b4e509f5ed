import type { Resource } from '../../execution/operation';
import { getAll } from './getAll';
import { getHardware } from './getHardware';
import { getInformation } from './getInformation';
import { getMissingPatches } from './getMissingPatches';
import { getSoftware } from './getSoftware';

export const monitoredDevice: Resource = {
	name: 'Monitored Device',
	description: 'Devices under monitoring: hardware, software and missing patches',
	operations: { getAll, getHardware, getInformation, getMissingPatches, getSoftware },
};
