import { operation } from '../../execution/operation';
import { RETURN_UPDATED, updated } from '../../fields/returnUpdated';
import { options, updateFields } from '../../fields/collection';
import { OWNER } from '../../fields/groupOwner';
import { updateGroup } from '../../teamviewer/groups';
import { withoutUndefined } from '../../teamviewer/withoutUndefined';
import { GROUP, NAME, POLICY } from './fields';

export const update = operation({
	name: 'Update',
	action: 'Update group',
	description: 'Rename a group, or give it another policy',
	changes: true,
	fields: {
		group: GROUP,
		updateFields: updateFields({ name: NAME, policy: POLICY }),
		options: options({ owner: OWNER, returnUpdated: RETURN_UPDATED }),
	},
	async run({ group: id, updateFields: { name, policy }, options: more }, context) {
		const { owner, returnUpdated = true } = more;
		const changes = withoutUndefined({ name, policy_id: policy });
		const group = await updateGroup(context.teamviewer, id, changes, returnUpdated, owner);
		return [context.output(group ?? updated({ id }))];
	},
});
