import type { N8nSession } from './n8nSession';

/** A table of n8n's own, in the personal project of the person signed in. */
export interface DataTable {
	id: string;
	name: string;
	projectId: string;
}

/** The table with this name. */
export async function findDataTable(session: N8nSession, name: string): Promise<DataTable> {
	const project = await session.get<{ id: string }>('/projects/personal');
	const { data } = await session.get<{ data: DataTable[] }>(`/projects/${project.id}/data-tables`, {
		filter: JSON.stringify({ name }),
	});
	const found = data.find((table) => table.name === name);
	if (found === undefined) throw new Error(`n8n has no data table named "${name}"`);
	return found;
}

/** The rows of a table, oldest first, at most 250. */
export async function dataTableRows<T>(session: N8nSession, table: DataTable): Promise<T[]> {
	const { data } = await session.get<{ data: T[] }>(
		`/projects/${table.projectId}/data-tables/${table.id}/rows`,
		{ take: '250' },
	);
	return data;
}
