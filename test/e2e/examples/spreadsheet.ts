/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { createRequire } from 'node:module';
import path from 'node:path';

/** As much of the library `@e965/xlsx` as is used here. */
interface Xlsx {
	read(content: Buffer): { SheetNames: string[]; Sheets: Record<string, object> };
	utils: { sheet_to_json(sheet: object): Array<Record<string, string | number>> };
}

/**
 * The rows of an XLSX file's only sheet, by the names in its first row.
 *
 * @param n8nFolder the folder that n8n is installed in, which brings the library that reads it
 */
export function readSpreadsheet(
	content: Buffer,
	n8nFolder: string,
): Array<Record<string, string | number>> {
	const nodesOfN8n = path.join(n8nFolder, 'node_modules', 'n8n-nodes-base', 'package.json');
	const xlsx = createRequire(nodesOfN8n)('@e965/xlsx') as Xlsx;
	const { SheetNames, Sheets } = xlsx.read(content);
	const sheet = Sheets[SheetNames[0] ?? ''];
	if (SheetNames.length !== 1 || sheet === undefined) {
		throw new Error(`The file has ${SheetNames.length} sheets instead of one`);
	}
	return xlsx.utils.sheet_to_json(sheet);
}
