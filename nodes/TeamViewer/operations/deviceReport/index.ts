import type { Resource } from '../../execution/operation';
import { getAll } from './getAll';
import { getSummary } from './getSummary';
import { getTranscript } from './getTranscript';

export const deviceReport: Resource = {
	name: 'Device Report',
	description: 'Incoming: who connected to our devices, for how long',
	operations: { getAll, getSummary, getTranscript },
};
