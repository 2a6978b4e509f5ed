import { list, onePage } from '../../execution/listing';
import { LISTING } from '../../fields/listing';
import { operation } from '../../execution/operation';
import { SIMPLIFY } from '../../fields/simplify';
import { listPolicies } from '../../teamviewer/policies';
import { simplifyPolicy } from '../../teamviewer/simplify/policy';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get policies',
	description: 'Get the TeamViewer policies with their settings; not with a company token',
	fields: { ...LISTING, simplify: SIMPLIFY },
	async run({ simplify, ...wanted }, context) {
		return await list(
			context,
			wanted,
			onePage(() => listPolicies(context.teamviewer)),
			{
				things: 'policies',
				toJson: simplify ? simplifyPolicy : undefined,
			},
		);
	},
});
