/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads a page of documentation */
import { readFileSync } from 'node:fs';

import { coveragePage, shownName } from '../../readme/coverage';
import { COVERED, LEFT_OUT, LOCAL, PING } from '../../readme/coverageCommands';

const every = [...COVERED, PING, ...LEFT_OUT].map(({ name }) => name).concat(LOCAL);

it('docs/coverage.md is the one that the node itself makes (npm run docs:operations)', () => {
	expect(normalised(readFileSync('docs/coverage.md', 'utf8'))).toBe(normalised(coveragePage()));
});

it('All 78 released commands that call the API are covered: one by the credential, the others by operations', () => {
	expect(COVERED.length + 1).toBe(78);
	for (const { operations } of COVERED) {
		expect(operations.map(shownName)).not.toEqual([]);
	}
});

it('Each of the 110 commands stands on the page once', () => {
	expect(every).toHaveLength(110);
	expect(new Set(every).size).toBe(110);
	const words = coveragePage().match(/\b[A-Z][a-z]+-TeamViewer\w+/g);
	expect(words?.sort()).toEqual([...every].sort());
});

it('Custom fields and deleting the company are left out, each with its reason', () => {
	expect(LEFT_OUT).toHaveLength(8);
	for (const { name, why } of LEFT_OUT) {
		expect(name).toMatch(/CustomField|^Remove-TeamViewerCompany$/);
		expect(why).toMatch(/\.$/);
	}
});

it('An operation that does not exist cannot stand on the page', () => {
	expect(() => shownName('company.delete')).toThrow('The node has no operation company.delete');
});

/** The file is formatted, which pads the tables' columns. */
function normalised(markdown: string): string {
	return markdown.replace(/ +\|/g, ' |').replace(/-{3,}/g, '---');
}
