import { Hono } from 'hono';
import type { INode } from 'n8n-workflow';
import { serveOnLoopback, type LoopbackService } from './loopback';
import type { NewNode } from './swap';

type Row = Record<string, string>;

/** A sheet of another service: it has the columns that it is given and no row numbers, unlike n8n's data tables. */
export interface StandInSheet extends LoopbackService {
	rows: Row[];
}

/**
 * Serves one sheet on loopback: `GET /` gives the rows with these values, `POST /` writes a row anew or adds it.
 *
 * @param key the column that tells one row from another
 */
export async function startStandInSheet(key: string): Promise<StandInSheet> {
	const rows: Row[] = [];
	const app = new Hono();
	app.get('/', (context) => {
		const wanted = Object.entries(context.req.query());
		return context.json(
			rows.filter((row) => wanted.every(([name, value]) => (row[name] ?? '') === value)),
		);
	});
	app.post('/', async (context) => {
		const values = await context.req.json<Row>();
		const known = rows.find((row) => row[key] === values[key]);
		if (known === undefined) rows.push(values);
		else Object.assign(known, values);
		return context.json(known ?? values);
	});
	return { ...(await serveOnLoopback(app)), rows };
}

interface TableParameters {
	operation: 'get' | 'update' | 'upsert';
	filters: { conditions: Array<{ keyName: string; keyValue?: string }> };
	columns?: { value: Row };
}

/** What stands in the sheet's place of a data table's node: the same columns and conditions, and the same name. */
export function nodeOfSheet({ url }: StandInSheet, { name, parameters }: INode): NewNode {
	const { operation, filters, columns } = parameters as unknown as TableParameters;
	const conditions = filters.conditions.map(({ keyName, keyValue = '' }) => [keyName, keyValue]);
	const fields = [...conditions, ...Object.entries(columns?.value ?? {})];
	const values = {
		parameters: Object.entries(Object.fromEntries(fields) as Row).map(([field, value]) => ({
			name: field,
			value,
		})),
	};
	return {
		name,
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters:
			operation === 'get'
				? { url, sendQuery: true, queryParameters: values, options: {} }
				: { url, method: 'POST', sendBody: true, bodyParameters: values, options: {} },
	};
}
