import { spelled } from '../../teamviewer/keyCase';
import { listSsoDomains } from '../../teamviewer/ssoDomains';
import type { Field, Wording } from '../field';
import { byName, entries, parts, slice } from './entries';
import { checkId, SSO_DOMAIN_ID } from './idForm';
import { byId, fromList, locator } from './locator';
import type { Search } from './search';

/** Chooses an SSO domain. */
export function ssoDomainLocator(wording: Wording): Field<string | undefined> {
	return locator({ whenEmpty: 'Choose an SSO domain, or give its ID.', ...wording }, [
		fromList('searchSsoDomains', 'Select an SSO domain...', (value, label) =>
			checkId(value, label, SSO_DOMAIN_ID),
		),
		byId(SSO_DOMAIN_ID),
	]);
}

/** The SSO domains by name. */
export const searchSsoDomains: Search = async (client, filter, paginationToken) => {
	const domains = (await listSsoDomains(client)).map((domain) =>
		spelled(domain, ['DomainId', 'DomainName']),
	);
	const found = entries(domains, 'DomainId', ({ DomainName }) => parts(DomainName)).sort(byName);
	return slice(found, filter, paginationToken);
};
