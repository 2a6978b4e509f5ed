import { choice } from '../choice';

/** Whether somebody or something can be reached now, as a filter. */
export const ONLINE_STATE = choice({
	displayName: 'Online State',
	apiName: 'online_state',
	options: [
		{ name: 'Away', value: 'away' },
		{ name: 'Busy', value: 'busy' },
		{ name: 'Offline', value: 'offline' },
		{ name: 'Online', value: 'online' },
	],
	default: 'online',
	description: 'Only those in this state at the moment',
});
