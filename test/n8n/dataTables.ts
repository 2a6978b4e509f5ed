import type { N8nSession } from './n8nSession';

export interface DataTableColumn {
	name: string;
	type: 'boolean' | 'date' | 'number' | 'string';
}

/** A table of n8n's own, in the personal project of the person signed in. */
export interface DataTable {
	id: string;
	name: string;
	projectId: string;
}

/** The table with this name; made when there is none. */
export async function ensureDataTable(
	session: N8nSession,
	name: string,
	columns: DataTableColumn[],
): Promise<DataTable> {
	const path = await tablesPath(session);
	const { data } = await session.get<{ data: DataTable[] }>(path, {
		filter: JSON.stringify({ name }),
	});
	const found = data.find((table) => table.name === name);
	return found ?? (await session.post(path, { name, columns }));
}

/** The rows of a table, oldest first, at most 250. */
export async function dataTableRows<T>(session: N8nSession, table: DataTable): Promise<T[]> {
	const { data } = await session.get<{ data: T[] }>(
		`/projects/${table.projectId}/data-tables/${table.id}/rows`,
		{ take: '250' },
	);
	return data;
}

async function tablesPath(session: N8nSession): Promise<string> {
	const project = await session.get<{ id: string }>('/projects/personal');
	return `/projects/${project.id}/data-tables`;
}
