import { InvalidInput } from '../../errors/invalidInput';
import { list } from '../../execution/listing';
import { LISTING } from '../../fields/listing';
import { operation } from '../../execution/operation';
import { SIMPLIFY } from '../../fields/simplify';
import { choice, choices } from '../../fields/choice';
import { filters } from '../../fields/collection';
import { SESSION_FILTERS, toSessionQuery } from '../../fields/filters/session';
import { assigneeLocator } from '../../fields/locators/user';
import { sessionPages, validityOf } from '../../teamviewer/sessions';
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
			validity: choice({
				displayName: 'Validity',
				options: [
					{ name: 'Any', value: 'any' },
					{
						name: 'Expired',
						value: 'expired',
						description: 'Open, but past the moment until which the session is valid',
					},
					{ name: 'Valid', value: 'valid', description: 'Open, and not past that moment' },
				],
				default: 'any',
				description:
					'Whether open sessions can still be used: TeamViewer lists them as open after they have expired',
			}),
		}),
	},
	check({ filters: { state, validity } }) {
		if (!state || state.includes('open') || validity === undefined || validity === 'any') return;
		throw new InvalidInput(
			"'Validity' tells open sessions apart, but 'State' is Closed only",
			'Remove one of the two filters.',
		);
	},
	async run({ simplify, filters: chosen, ...wanted }, context) {
		const { validity = 'any' } = chosen;
		const now = Date.now();
		const pages = sessionPages(context.teamviewer, {
			...toSessionQuery(chosen),
			// Closed sessions are neither valid nor expired.
			state: validity === 'any' ? chosen.state?.join(',') : undefined,
		});
		let hasExpired = false;
		const outputs = await list(context, wanted, pages, {
			things: 'sessions',
			// The short form does not tell of every session whether it is closed.
			toJson(session) {
				hasExpired ||= validityOf(session, now) === 'expired';
				return simplify ? simplifySession(session) : session;
			},
			keep: validity === 'any' ? undefined : (session) => validityOf(session, now) === validity,
		});
		if (chosen.validity === undefined && hasExpired) {
			context.hint(
				"Some of these sessions are open but have expired. Add the filter 'Validity' to tell them apart.",
			);
		}
		return outputs;
	},
});
