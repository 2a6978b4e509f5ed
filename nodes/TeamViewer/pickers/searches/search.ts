import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

/** What n8n calls when somebody opens From List, types into its search box, or scrolls to its end. */
export type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;
