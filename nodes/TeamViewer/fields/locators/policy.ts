import { listPolicies } from '../../teamviewer/policies';
import type { Field, Wording } from '../field';
import { byName, entries, parts, slice } from './entries';
import { checkId, POLICY_ID } from './idForm';
import { byId, fromList, locator, typed, validation, type Mode } from './locator';
import type { Search } from './search';

const WORDING = { apiName: 'policy_id', whenEmpty: 'Choose a policy, or give its ID.' };

const read: Mode<string>['read'] = (value, label) => checkId(value, label, POLICY_ID);

const FROM_LIST = fromList('searchPolicies', 'Select a policy...', read);

/** Chooses a TeamViewer policy. */
export function policyLocator(wording: Wording): Field<string | undefined> {
	return locator({ ...WORDING, ...wording }, [FROM_LIST, byId(POLICY_ID)]);
}

/** The same for a device of the Computers & Contacts list, which can also inherit its group's policy or have none. */
export function devicePolicyLocator(wording: Wording): Field<string | undefined> {
	return locator({ ...WORDING, ...wording }, [
		FROM_LIST,
		typed(
			{
				...{ displayName: 'By ID', name: 'id', placeholder: `e.g. ${POLICY_ID.example}` },
				hint: "'inherit' takes the group's policy, 'none' takes the policy away",
				validation: validation(
					`${POLICY_ID.accepted}|[iI][nN][hH][eE][rR][iI][tT]|[nN][oO][nN][eE]`,
					`The ID of a policy looks like ${POLICY_ID.example}; inherit and none are taken too`,
				),
			},
			(value, label) =>
				/^(inherit|none)$/i.test(value) ? value.toLowerCase() : read(value, label),
		),
	]);
}

/** The policies by name. */
export const searchPolicies: Search = async (client, filter, paginationToken) => {
	const policies = await listPolicies(client);
	const found = entries(policies, 'policy_id', ({ name }) => parts(name)).sort(byName);
	return slice(found, filter, paginationToken);
};
