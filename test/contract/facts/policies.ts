import { field, first, isJson, type Api, type Json } from '../api';
import type { Fact } from '../fact';
import { shaped } from '../shape';

const policiesOf = async (api: Api) => await api.list('/teamviewerpolicies', 'policies');

export const policies: Fact[] = [
	shaped('Policies come with id, name and settings', 'several sources', policiesOf, {
		policy_id: 'GUID',
		name: 'text',
		settings: 'list',
	}),
	{
		claim: 'One policy comes as a list of one',
		source: 'API manual',
		check: async (api) => {
			const id = String(field(first(await policiesOf(api), 'policy'), 'policy_id'));
			const one = await api.list(`/teamviewerpolicies/${id}`, 'policies');
			return one.length === 1 ? undefined : `${one.length} policies`;
		},
	},
	shaped(
		'The settings of a policy have a key, a value and enforce',
		'API manual',
		async (api) => (await policiesOf(api)).flatMap(settingsOf),
		{ Key: 'text', Enforce: 'boolean' },
	),
];

function settingsOf(policy: Json): Json[] {
	const settings = field(policy, 'settings');
	return Array.isArray(settings) ? settings.filter(isJson) : [];
}
