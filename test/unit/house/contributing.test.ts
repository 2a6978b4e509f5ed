/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- compiles a sample against the sources */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

const NODE = path.resolve('nodes', 'TeamViewer');
const CALLS = path.join(NODE, 'teamviewer', 'sessions.ts');
const OPERATION = path.join(NODE, 'operations', 'session', 'countWaiting.ts');

const guide = readFileSync('CONTRIBUTING.md', 'utf8');
const [call = '', sample = ''] = [...guide.matchAll(/```ts\n([\s\S]*?)```/g)].map(
	([, code]) => code,
);

/** What the compiler says of the sample, laid over the sources. */
function problemsOf(files: Map<string, string>): string[] {
	const { config } = ts.readConfigFile('tsconfig.json', (file) => readFileSync(file, 'utf8')) as {
		config: object;
	};
	const { options } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd());
	const host = ts.createCompilerHost({ ...options, noEmit: true });
	const { readFile, fileExists } = host;
	host.readFile = (file) => files.get(path.resolve(file)) ?? readFile(file);
	host.fileExists = (file) => files.has(path.resolve(file)) || fileExists(file);
	const program = ts.createProgram([OPERATION], { ...options, noEmit: true }, host);
	return ts
		.getPreEmitDiagnostics(program)
		.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

const sources = readFileSync(CALLS, 'utf8');

it("CONTRIBUTING's sample operation compiles against the sources", () => {
	expect(
		problemsOf(
			new Map([
				[CALLS, `${sources}\n${call}`],
				[OPERATION, sample],
			]),
		),
	).toEqual([]);
});

it('and would not, did it read a field that it does not have', () => {
	const wrong = sample.replace('run({ group }', 'run({ groups }').replace(', group)', ', groups)');
	expect(
		problemsOf(
			new Map([
				[CALLS, `${sources}\n${call}`],
				[OPERATION, wrong],
			]),
		),
	).toContainEqual(expect.stringContaining("Property 'groups' does not exist"));
});
