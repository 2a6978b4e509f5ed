import { list, LISTING, onePage } from '../../execution/listing';
import { operation } from '../../execution/operation';
import { SIMPLIFY } from '../../execution/simplify';
import { simplifySsoDomain } from '../../teamviewer/simplify/ssoDomain';
import { listSsoDomains } from '../../teamviewer/ssoDomains';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get SSO domains',
	description: "Get the single sign-on domains that the token's user owns, with ID and name",
	fields: { ...LISTING, simplify: SIMPLIFY },
	async run({ simplify, ...wanted }, context) {
		const pages = onePage(() => listSsoDomains(context.teamviewer));
		return await list(context, wanted, pages, {
			things: 'SSO domains',
			toJson: simplify ? simplifySsoDomain : undefined,
		});
	},
});
