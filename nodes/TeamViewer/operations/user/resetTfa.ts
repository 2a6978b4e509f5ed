import { answered } from '../../execution/answered';
import { operation } from '../../execution/operation';
import { resetTfa as reset } from '../../teamviewer/users';
import { USER } from './fields';

export const resetTfa = operation({
	name: 'Reset Two-Factor Authentication',
	action: 'Reset second factor of user',
	description:
		"Remove a user's second factor for good: the password alone is enough until it is set up again",
	changes: true,
	fields: { user: USER },
	run: async ({ user }, { teamviewer, output }) => [
		output(answered(await reset(teamviewer, user))),
	],
});
