import { list, LISTING, onePage } from '../../execution/listing';
import { operation } from '../../execution/operation';
import { listRoles } from '../../teamviewer/roles';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get roles',
	description: 'Get the roles of the company and what each permits',
	fields: LISTING,
	async run(wanted, context) {
		const pages = onePage(async () => await listRoles(context.teamviewer));
		return await list(context, wanted, pages, { things: 'roles' });
	},
});
