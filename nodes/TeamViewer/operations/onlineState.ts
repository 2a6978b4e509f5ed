import type { INodeProperties } from 'n8n-workflow';

import { readOption } from '../inputs/text';

const STATES = ['online', 'busy', 'away', 'offline'] as const;

/** Whether somebody or something can be reached now, as a filter. */
export const ONLINE_STATE_FILTER: INodeProperties = {
	displayName: 'Online State',
	name: 'onlineState',
	type: 'options',
	options: [
		{ name: 'Away', value: 'away' },
		{ name: 'Busy', value: 'busy' },
		{ name: 'Offline', value: 'offline' },
		{ name: 'Online', value: 'online' },
	],
	default: 'online',
	description: 'Only those in this state at the moment',
};

/** The filter as TeamViewer takes it. @throws {InvalidInput} for any other state. */
export function readOnlineState(value: unknown): string | undefined {
	return readOption(value, 'Online State', STATES);
}
