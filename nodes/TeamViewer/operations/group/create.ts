import { operation } from '../../execution/operation';
import { additionalFields } from '../../fields/collection';
import { required } from '../../fields/field';
import { OWNER } from '../../fields/groupOwner';
import { createGroup } from '../../teamviewer/groups';
import { withoutUndefined } from '../../teamviewer/withoutUndefined';
import { NAME, POLICY } from './fields';

export const create = operation({
	name: 'Create',
	action: 'Create group',
	description: 'Create a group that devices, contacts and sessions can be sorted into',
	changes: true,
	fields: {
		name: required(NAME),
		additionalFields: additionalFields({ owner: OWNER, policy: POLICY }),
	},
	async run({ name, additionalFields: { owner, policy } }, { teamviewer, output }) {
		const input = withoutUndefined({ name, policy_id: policy });
		return [output(await createGroup(teamviewer, input, owner))];
	},
});
