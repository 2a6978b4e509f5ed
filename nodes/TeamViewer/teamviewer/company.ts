import { recordsOf, recordWith } from './answer';
import { change } from './change';
import type { TeamViewerClient } from './client';
import type { Company, Licence } from './types';

/** The company of the token's user, who must be one of its administrators. Source: TeamViewer's PowerShell module. */
export async function getCompany(client: TeamViewerClient): Promise<Company> {
	return recordWith(await client.get<Company>('/company'), 'company', 'companyId');
}

/** Renames it; undefined where the result is not to be read. */
export async function renameCompany(
	client: TeamViewerClient,
	name: string,
	isRead: boolean,
): Promise<Company | undefined> {
	return await change(client, {
		record: '/company',
		send: async () => await client.put('/company', { name }),
		done: 'The company was renamed',
		...(isRead && { read: async () => await getCompany(client) }),
	});
}

/** Its licences. */
export async function listLicences(client: TeamViewerClient): Promise<Licence[]> {
	return recordsOf<Licence>(await client.get('/company/license'), 'available_licenses');
}
