import type { ILoadOptionsFunctions, INodeListSearchItems } from 'n8n-workflow';

import { TeamViewerClient } from '../../teamviewer/client';
import type { User } from '../../teamviewer/types';
import { listUsers } from '../../teamviewer/users';
import { byName, entries, parts, slice } from './entries';
import type { Search } from './search';

/** The users of the company by name. */
export const searchUsers: Search = async function (filter, paginationToken) {
	return slice(await readUsers(this), filter, paginationToken);
};

/** The same for those who take care of a session: it may also be nobody, which TeamViewer writes `u0`. */
export const searchAssignees: Search = async function (filter, paginationToken) {
	const nobody = { name: 'Nobody', value: 'u0' };
	return slice([nobody, ...(await readUsers(this))], filter, paginationToken);
};

async function readUsers(caller: ILoadOptionsFunctions): Promise<INodeListSearchItems[]> {
	return entries(await listUsers(new TeamViewerClient(caller)), 'id', describe).sort(byName);
}

/** `Ada Example (ada@example.com)` */
function describe({ name, email }: User): string {
	const mail = parts(email);
	return parts(name) && mail ? `${parts(name)} (${mail})` : parts(name, mail);
}
