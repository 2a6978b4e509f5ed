import { list, LISTING } from '../../execution/listing';
import { operation } from '../../execution/operation';
import { SIMPLIFY } from '../../execution/simplify';
import { choices } from '../../fields/choice';
import { filters } from '../../fields/collection';
import { SESSION_FILTERS, toSessionQuery } from '../../fields/filters/session';
import { assigneeLocator } from '../../fields/locators/user';
import { sessionPages } from '../../teamviewer/sessions';
import { simplifySession } from '../../teamviewer/simplify/session';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get sessions',
	description: 'Get support sessions, newest first; open ones unless another state is chosen',
	fields: {
		...LISTING,
		simplify: SIMPLIFY,
		filters: filters({
			...SESSION_FILTERS,
			assignedUser: assigneeLocator({
				displayName: 'Assigned User',
				description: 'Only sessions that are assigned to this user',
			}),
			state: choices({
				displayName: 'State',
				apiName: 'state',
				options: [
					{ name: 'Closed', value: 'closed' },
					{ name: 'Open', value: 'open' },
				],
				default: ['open'],
				description: 'Only sessions in these states',
			}),
		}),
	},
	async run({ simplify, filters: chosen, ...wanted }, context) {
		const pages = sessionPages(context.teamviewer, {
			...toSessionQuery(chosen),
			state: chosen.state?.join(','),
		});
		return await list(context, wanted, pages, {
			things: 'sessions',
			toJson: simplify ? simplifySession : undefined,
		});
	},
});
