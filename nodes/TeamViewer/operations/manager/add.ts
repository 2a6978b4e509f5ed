import { answered } from '../../execution/answered';
import { operation } from '../../execution/operation';
import { choice } from '../../fields/choice';
import { required, shownWhen, withDefault } from '../../fields/field';
import { userLocator } from '../../fields/locators/user';
import { userGroupLocator } from '../../fields/locators/userGroup';
import { managedTarget, MANAGED_TARGET } from '../../fields/managedTarget';
import { checkPermissions, managerPermissions } from '../../fields/managerPermissions';
import { number } from '../../fields/number';
import { idNumber } from '../../teamviewer/idNumber';
import { addManager, type NewManager } from '../../teamviewer/managers';

export const add = operation({
	name: 'Add',
	action: 'Add manager',
	description:
		'Let a user, a user group or a company manage a device or a device group, with the permissions that are chosen',
	changes: true,
	fields: {
		...MANAGED_TARGET,
		managerType: withDefault(
			choice({
				displayName: 'Manager Type',
				options: [
					{ name: 'Company', value: 'company', description: 'Everybody in a company' },
					{ name: 'User', value: 'user', description: 'One user of the company' },
					{ name: 'User Group', value: 'userGroup', description: 'Everybody in a user group' },
				],
				default: 'user',
				description: 'Who becomes a manager',
			}),
		),
		user: shownWhen(
			{ managerType: ['user'] },
			required(
				userLocator({
					displayName: 'User',
					apiName: 'accountId',
					description: 'The user who becomes a manager',
				}),
			),
		),
		userGroup: shownWhen(
			{ managerType: ['userGroup'] },
			required(
				userGroupLocator({
					displayName: 'User Group',
					apiName: 'usergroupId',
					description: 'The user group whose members become managers',
				}),
			),
		),
		companyId: shownWhen(
			{ managerType: ['company'] },
			required(
				number({
					displayName: 'Company ID',
					apiName: 'companyId',
					default: 0,
					minimum: 1,
					isAllowed: (id) => Number.isSafeInteger(id) && id > 0,
					kind: 'the number of a company',
					remedy: 'The operation Get of Company shows the number of your own company.',
					description: 'The number of the company whose users become managers',
				}),
			),
		),
		permissions: managerPermissions('What the manager may do; with none chosen, look only'),
	},
	check: ({ target, permissions }) => checkPermissions(target, permissions),
	async run({ managerType, user, userGroup, companyId, permissions, ...given }, context) {
		const target = managedTarget(given);
		const manager = newManager({ managerType, user, userGroup, companyId });
		const added = await addManager(context.teamviewer, target, manager, permissions);
		return [context.output(answered(added))];
	},
});

/** Users without their `u`, and all as numbers: TeamViewer's own form here. */
function newManager(given: {
	managerType: 'user' | 'userGroup' | 'company';
	user?: string;
	userGroup?: string;
	companyId?: number;
}): NewManager {
	const { managerType, user = '', userGroup = '', companyId = 0 } = given;
	if (managerType === 'company') return { companyId };
	return managerType === 'user'
		? { accountId: idNumber(user) }
		: { usergroupId: idNumber(userGroup) };
}
