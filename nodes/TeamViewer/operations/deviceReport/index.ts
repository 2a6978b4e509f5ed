import type { Resource } from '../../execution/operation';
import { getAll } from './getAll';
import { getSummary } from './getSummary';
import { getTranscript } from './getTranscript';

export const deviceReport: Resource = {
	name: 'Device Report',
	operations: { getAll, getSummary, getTranscript },
};
