import { operation } from '../../execution/operation';
import { CHANGE_OPTIONS, updated } from '../../fields/returnUpdated';
import { SIMPLIFY } from '../../fields/simplify';
import { updateFields } from '../../fields/collection';
import { text } from '../../fields/text';
import { updatePolicy } from '../../teamviewer/policies';
import { POLICY, shown } from './policy';
import { settingsField } from './settings';

export const update = operation({
	name: 'Update',
	action: 'Update policy',
	description:
		'Replace the settings of a policy (those not given again are gone), or rename it; not with a company token',
	changes: true,
	fields: {
		policy: POLICY,
		simplify: SIMPLIFY,
		updateFields: updateFields({
			name: text({
				displayName: 'Name',
				apiName: 'name',
				placeholder: 'e.g. Shop tills',
				whenEmpty: 'Give the policy a name.',
				description: 'New name of the policy',
			}),
			// Nothing at first: a list without settings would take all of them away as soon as the field is added.
			settings: settingsField(
				'Replaces all settings of the policy: those that are not in the list are gone',
				'',
			),
		}),
		options: CHANGE_OPTIONS,
	},
	async run({ policy: id, simplify, updateFields: changes, options }, { teamviewer, output }) {
		const isRead = options.returnUpdated !== false;
		const policy = await updatePolicy(teamviewer, id, changes, isRead);
		return [output(policy ? shown(policy, simplify) : updated({ policy_id: id }))];
	},
});
