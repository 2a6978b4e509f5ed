/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { createRequire } from 'node:module';
import path from 'node:path';

type Row = Record<string, string | number>;

/** As much of the library `@e965/xlsx` as is used here. */
interface Xlsx {
	read(content: Buffer): { SheetNames: string[]; Sheets: Record<string, object> };
	utils: { sheet_to_json(sheet: object, options: { raw: boolean }): Row[] };
}

/** A sheet's rows, by the names in its first row. */
export interface SheetRows {
	/** As a spreadsheet program shows them. */
	shown: Array<Record<string, string>>;
	/** As they are kept: dates and times are numbers. */
	kept: Row[];
}

/**
 * The rows of an XLSX file's only sheet.
 *
 * @param n8nFolder the folder that n8n is installed in, which brings the library that reads it
 */
export function readSpreadsheet(content: Buffer, n8nFolder: string): SheetRows {
	const nodesOfN8n = path.join(n8nFolder, 'node_modules', 'n8n-nodes-base', 'package.json');
	const xlsx = createRequire(nodesOfN8n)('@e965/xlsx') as Xlsx;
	const { SheetNames, Sheets } = xlsx.read(content);
	const sheet = Sheets[SheetNames[0] ?? ''];
	if (SheetNames.length !== 1 || sheet === undefined) {
		throw new Error(`The file has ${SheetNames.length} sheets instead of one`);
	}
	return {
		shown: xlsx.utils.sheet_to_json(sheet, { raw: false }) as SheetRows['shown'],
		kept: xlsx.utils.sheet_to_json(sheet, { raw: true }),
	};
}
