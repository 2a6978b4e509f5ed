import type { Resource } from '../../execution/operation';
import { assignToUserGroup } from './assignToUserGroup';
import { assignToUsers } from './assignToUsers';
import { clearPredefined } from './clearPredefined';
import { create } from './create';
import { deleteOne } from './delete';
import { getAll } from './getAll';
import { getPermissions } from './getPermissions';
import { getPredefined } from './getPredefined';
import { getUserGroups } from './getUserGroups';
import { getUsers } from './getUsers';
import { setPredefined } from './setPredefined';
import { unassignFromUserGroup } from './unassignFromUserGroup';
import { unassignFromUsers } from './unassignFromUsers';
import { update } from './update';

export const role: Resource = {
	name: 'Role',
	description: 'What users may do in the company',
	operations: {
		assignToUserGroup,
		assignToUsers,
		clearPredefined,
		create,
		delete: deleteOne,
		getAll,
		getPermissions,
		getPredefined,
		getUserGroups,
		getUsers,
		setPredefined,
		unassignFromUserGroup,
		unassignFromUsers,
		update,
	},
};
