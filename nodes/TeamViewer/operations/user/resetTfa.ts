import { answered } from '../../execution/answered';
import { operation } from '../../execution/operation';
import { resetTfa as reset } from '../../teamviewer/users';
import { USER } from './fields';

export const resetTfa = operation({
	name: 'Reset Two-Factor Authentication',
	action: 'Reset two-factor authentication of user',
	description:
		'Remove the second factor from the account of a user who lost it: the password alone is enough until the user sets it up again. The old factor does not come back.',
	changes: true,
	fields: { user: USER },
	run: async ({ user }, { teamviewer, output }) => [
		output(answered(await reset(teamviewer, user))),
	],
});
