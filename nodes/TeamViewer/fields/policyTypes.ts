import { POLICY_TYPES as TYPES, type PolicyType } from '../teamviewer/managedPolicies';
import { choices } from './choice';
import { then } from './collection';
import { required, type Field } from './field';

/** Which policies are meant; several cost a request each. */
export const POLICY_TYPES: Field<PolicyType[]> = then(
	required(
		choices({
			displayName: 'Policy Types',
			apiName: 'policy_type',
			options: [
				{ name: 'Monitoring', value: 'monitoring' },
				{ name: 'Patch Management', value: 'patchManagement' },
				{ name: 'TeamViewer', value: 'teamViewer' },
			],
			default: ['teamViewer'],
			description: 'Which policies to take away; each costs one call',
			whenEmpty: 'Choose at least one kind of policy.',
		}),
	),
	(names) => [...new Set(names)].map((name) => TYPES[name]),
);
