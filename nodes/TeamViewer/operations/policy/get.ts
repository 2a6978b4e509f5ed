import { operation } from '../../execution/operation';
import { SIMPLIFY } from '../../fields/simplify';
import { getPolicy } from '../../teamviewer/policies';
import { POLICY, shown } from './policy';

export const get = operation({
	name: 'Get',
	action: 'Get policy',
	description: 'Get one TeamViewer policy with its settings; not with a company token',
	fields: { policy: POLICY, simplify: SIMPLIFY },
	async run({ policy, simplify }, { teamviewer, output }) {
		return [output(shown(await getPolicy(teamviewer, policy), simplify))];
	},
});
