import { shownWhen, withDefault, type Values } from './field';
import { number } from './number';
import { toggle } from './toggle';

/** Return All and Limit, which every list has. */
export const LISTING = {
	returnAll: withDefault(
		toggle({
			displayName: 'Return All',
			default: false,
			description: 'Whether to return all results or only up to a given limit',
		}),
	),
	limit: shownWhen(
		{ returnAll: [false] },
		withDefault(
			number({
				displayName: 'Limit',
				default: 50,
				minimum: 1,
				isAllowed: (limit) => Number.isInteger(limit) && limit > 0,
				kind: 'a whole number above zero',
				remedy: 'Or turn on Return All.',
				description: 'Max number of results to return',
			}),
		),
	),
};

/** How many records a user wants: the first `limit`, or all. */
export type Wanted = Values<typeof LISTING>;
