import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import type { TeamViewerClient } from '../teamviewer/client';
import { deviceGroupPages, withIdAndName } from '../teamviewer/deviceGroups';
import { recordsOfPages } from '../teamviewer/pages';
import { listRolePermissions, listRoles } from '../teamviewer/roles';
import { withExcuse } from './dropDown';
import { field, type Field, type Wording } from './field';
import { readList } from './list';
import { checkId, type IdForm } from './locators/idForm';

/** What fills a list of several choices, by the names that n8n calls it by. */
export const loadOptions = {
	getDeviceGroups: listed(async (client) =>
		(await recordsOfPages(deviceGroupPages(client))).map(withIdAndName).map(({ id, name }) => ({
			name: name ?? id,
			value: id,
		})),
	),
	getRolePermissions: listed(async (client) =>
		(await listRolePermissions(client)).map((name) => ({ name, value: name })),
	),
	getRoles: listed(async (client) =>
		(await listRoles(client)).map(({ Id, Name }) => ({ name: Name ?? Id, value: Id })),
	),
};

/** How every such field's description ends, by n8n's rules. */
const HOW_TO_CHOOSE =
	'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.';

/**
 * Several entries of a list that TeamViewer fills; an expression may give their IDs as a list or as text separated by
 * commas.
 *
 * @param form is checked where the entries have IDs; without it any text is taken.
 */
export function choicesFromList(
	wording: Wording & {
		/** What an update sends where none is chosen; left out where one is needed. */
		cleared?: string[];
	},
	method: keyof typeof loadOptions,
	form?: IdForm,
): Field<string[] | undefined> {
	const description = `${wording.description.replace(/\.$/, '')}. ${HOW_TO_CHOOSE}`;
	return field<string[] | undefined>(
		{ ...wording, description },
		{ type: 'multiOptions', typeOptions: { loadOptionsMethod: method }, default: [] },
		(value, label) =>
			readList(value, label)?.map((given) => (form ? checkId(given, label, form) : given)),
		wording.cleared,
	);
}

function listed(
	read: (client: TeamViewerClient) => Promise<INodePropertyOptions[]>,
): (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]> {
	return async function () {
		return await withExcuse(this, 'You can still give them by an expression.', async (client) =>
			(await read(client)).sort((one, other) => one.name.localeCompare(other.name)),
		);
	};
}
