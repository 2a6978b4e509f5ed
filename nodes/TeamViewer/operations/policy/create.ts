import { operation } from '../../execution/operation';
import { SIMPLIFY } from '../../fields/simplify';
import { additionalFields } from '../../fields/collection';
import { required } from '../../fields/field';
import { text } from '../../fields/text';
import { toggle } from '../../fields/toggle';
import { createPolicy } from '../../teamviewer/policies';
import { shown } from './policy';
import { settingsField } from './settings';

export const create = operation({
	name: 'Create',
	action: 'Create policy',
	description:
		'Create a TeamViewer policy, which keeps settings of devices; not with a company token',
	changes: true,
	fields: {
		name: required(
			text({
				displayName: 'Name',
				apiName: 'name',
				placeholder: 'e.g. Shop tills',
				whenEmpty: 'Give the policy a name.',
				description: 'Name of the policy',
			}),
		),
		settings: required(settingsField('What the policy sets on devices', '[]')),
		simplify: SIMPLIFY,
		additionalFields: additionalFields({
			default: toggle({
				displayName: 'Default',
				apiName: 'default',
				default: true,
				description: "Whether the policy becomes the company's default policy",
			}),
		}),
	},
	async run({ name, settings, simplify, additionalFields: more }, { teamviewer, output }) {
		const input = { name, settings, default: more.default ?? false };
		return [output(shown(await createPolicy(teamviewer, input), simplify))];
	},
});
