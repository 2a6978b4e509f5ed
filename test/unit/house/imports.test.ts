/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the sources */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

const NODE = path.join('nodes', 'TeamViewer');

/** The rooms of the house, and those that each may enter; what stands beside them is what n8n sees of the nodes. */
const MAY_ENTER: Record<string, string[]> = {
	nodes: ['operations', 'trigger', 'execution', 'fields', 'errors'],
	operations: ['execution', 'fields', 'errors', 'teamviewer'],
	trigger: ['execution', 'fields', 'errors', 'teamviewer'],
	execution: ['fields', 'errors', 'teamviewer'],
	fields: ['errors', 'teamviewer'],
	errors: ['teamviewer'],
	teamviewer: [],
};

interface Import {
	file: string;
	from: string;
	to: string;
}

const files = readdirSync(NODE, { recursive: true, encoding: 'utf8' }).filter((file) =>
	file.endsWith('.ts'),
);

function roomOf(file: string): string {
	const [room, ...rest] = file.split(path.sep);
	return rest.length > 0 && room !== undefined && room in MAY_ENTER ? room : 'nodes';
}

function importsOf(file: string): string[] {
	const source = readFileSync(path.join(NODE, file), 'utf8');
	return ts.preProcessFile(source).importedFiles.map(({ fileName }) => fileName);
}

const imports: Import[] = files.flatMap((file) =>
	importsOf(file)
		.filter((name) => name.startsWith('.'))
		.map((name) => ({
			file,
			from: roomOf(file),
			to: roomOf(path.join(path.dirname(file), name, 'x')),
		})),
);

it('Every file is read here, and the rooms are those that the architecture names', () => {
	expect(new Set(files.map(roomOf))).toEqual(new Set(Object.keys(MAY_ENTER)));
	expect(imports.length).toBeGreaterThan(200);
});

it('Imports between rooms go one way', () => {
	const wrong = imports.filter(({ from, to }) => to !== from && !MAY_ENTER[from]?.includes(to));
	expect(wrong).toEqual([]);
});

it('Only errors/ makes the errors that n8n shows', () => {
	const makers = files.filter(
		(file) =>
			roomOf(file) !== 'errors' &&
			/\b(import|new)\b[^;]*\b(NodeApiError|NodeOperationError)\b/.test(
				readFileSync(path.join(NODE, file), 'utf8'),
			),
	);
	expect(makers).toEqual([]);
});

it('Only the client sends requests', () => {
	const senders = files.filter((file) =>
		/\bhelpers\.\w*[rR]equest\w*|\bfetch\(/.test(readFileSync(path.join(NODE, file), 'utf8')),
	);
	expect(senders).toEqual([path.join('teamviewer', 'client.ts')]);
});
