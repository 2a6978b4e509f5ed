import { list, LISTING } from '../../execution/listing';
import { operation } from '../../execution/operation';
import { managedTarget, MANAGED_TARGET } from '../../fields/managedTarget';
import { managerPages } from '../../teamviewer/managers';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get managers',
	description: 'Get who manages a device or a device group, and what each manager may do',
	fields: { ...MANAGED_TARGET, ...LISTING },
	async run({ returnAll, limit, ...given }, context) {
		const pages = managerPages(context.teamviewer, managedTarget(given));
		return await list(context, { returnAll, limit }, pages, { things: 'managers' });
	},
});
