/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the README */
import { readFileSync } from 'node:fs';

import { RESOURCES } from '../../../nodes/TeamViewer/operations';
import { operationsTable, withOperationsTable } from '../../readme/operationsTable';

it("The README's table of operations is the one that the node itself makes (npm run docs:operations)", () => {
	const readme = readFileSync('README.md', 'utf8');
	expect(normalised(readme)).toBe(normalised(withOperationsTable(readme)));
});

it('The table names every operation once, with required fields in bold', () => {
	const rows = operationsTable()
		.split('\n')
		.filter((line) => line.startsWith('|'))
		.slice(2);
	const operations = Object.values(RESOURCES).flatMap((resource) =>
		Object.keys(resource.operations),
	);
	expect(rows).toHaveLength(operations.length);
	expect(rows.filter((row) => row.includes('Close a support session'))).toEqual([
		expect.stringContaining('| **Session** |'),
	]);
});

/** The README is formatted, which pads the table's columns. */
function normalised(markdown: string): string {
	return markdown.replace(/ +\|/g, ' |').replace(/-{3,}/g, '---');
}
