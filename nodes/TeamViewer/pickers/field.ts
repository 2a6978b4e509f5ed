import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';

import type { listSearch } from './listSearch';

/** What differs from picker to picker of one kind. */
export interface PickerOptions {
	name: string;
	displayName: string;
	description: string;
	required?: boolean;
}

/** A resource locator that opens on From List. */
export function picker(options: PickerOptions, modes: INodePropertyMode[]): INodeProperties {
	return {
		...options,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes,
	};
}

/** From List, searched by a method of {@link listSearch}. */
export function fromList(
	searchListMethod: keyof typeof listSearch,
	placeholder: string,
): INodePropertyMode {
	return {
		...{ displayName: 'From List', name: 'list', placeholder },
		type: 'list',
		typeOptions: { searchListMethod, searchable: true },
	};
}

/** A typed or pasted value; it is checked where it is read, so that expressions are checked too. */
export function typed(mode: Omit<INodePropertyMode, 'type'>): INodePropertyMode {
	return { ...mode, type: 'string' };
}
