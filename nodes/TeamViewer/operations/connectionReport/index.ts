import type { Resource } from '../../execution/operation';
import { deleteReport } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { getScreenshots } from './getScreenshots';
import { getSummary } from './getSummary';
import { getTranscript } from './getTranscript';
import { update } from './update';

export const connectionReport: Resource = {
	name: 'Connection Report',
	description: 'Outgoing: who of us connected where, for how long',
	operations: {
		delete: deleteReport,
		get,
		getAll,
		getScreenshots,
		getSummary,
		getTranscript,
		update,
	},
};
