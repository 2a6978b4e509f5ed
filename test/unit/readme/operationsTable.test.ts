/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the README */
import { readFileSync } from 'node:fs';

import { RESOURCES } from '../../../nodes/TeamViewer/operations';
import { operationsPage, withResources } from '../../readme/operationsTable';

it("docs/operations.md and the README's list are those that the node itself makes (npm run docs:operations)", () => {
	const readme = readFileSync('README.md', 'utf8');
	expect(normalised(readme)).toBe(normalised(withResources(readme)));
	expect(normalised(readFileSync('docs/operations.md', 'utf8'))).toBe(normalised(operationsPage()));
});

it('The page names every operation once, with required fields in bold', () => {
	const rows = operationsPage()
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

/** The files are formatted, which pads the tables' columns. */
function normalised(markdown: string): string {
	return markdown.replace(/ +\|/g, ' |').replace(/-{3,}/g, '---');
}
