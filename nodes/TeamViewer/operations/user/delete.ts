import { operation } from '../../execution/operation';
import { withDefault } from '../../fields/field';
import { toggle } from '../../fields/toggle';
import { deleteUser as deleteFromCompany } from '../../teamviewer/users';
import { USER } from './fields';

export const deleteUser = operation({
	name: 'Delete',
	action: 'Delete user',
	description:
		'Delete a user from the company: roles, groups and access are lost; the account stays unless chosen',
	changes: true,
	fields: {
		user: USER,
		permanently: withDefault(
			toggle({
				displayName: 'Delete Account Permanently',
				default: false,
				description:
					'Whether to delete the TeamViewer account as well, which cannot be undone; off, the user leaves the company and keeps the account',
			}),
		),
	},
	async run({ user, permanently }, { teamviewer, output }) {
		await deleteFromCompany(teamviewer, user, permanently);
		return [output({ deleted: true })];
	},
});
