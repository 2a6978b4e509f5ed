/**
 * Lints both nodes' descriptions as they are when n8n loads them, from `dist`. They are built from many small pieces, of
 * which the lint of the sources sees no whole: here they are written out as literals, and the same rules look at those.
 *
 * Plain JavaScript: ESLint does not run below the loader of the other commands.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { format, resolveConfig } from 'prettier';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const require = createRequire(import.meta.url);

/** JSON has the value of NodeConnectionTypes.Main, not its name: found in whatever is written out, and no fault. */
const NOT_IN_JSON = new Set(['@n8n/community-nodes/node-connection-type-literal']);

/** What a lint has to see: one that finds nothing proves something only where it would find a fault. */
const FAULTY_FIELD = {
	displayName: 'made up field',
	name: 'madeUp',
	type: 'boolean',
	default: false,
	description: 'Makes something up.',
};

const NODES = { TeamViewer: 'execute', TeamViewerTrigger: 'poll' };
const eslint = new ESLint({ cwd: ROOT });

const findings = [];
for (const [name, method] of Object.entries(NODES)) {
	const { description } = new (require(`${ROOT}/dist/nodes/TeamViewer/${name}.node.js`)[name])();
	findings.push(...(await lint(name, method, description)));

	const faulty = { ...description, properties: [...description.properties, FAULTY_FIELD] };
	const seen = await lint(name, method, faulty);
	if (!seen.some((finding) => finding.includes('node-param-'))) {
		findings.push(`${name}: the lint does not see a fault that was put into the description`);
	}
}
if (findings.length > 0) {
	console.error(`The descriptions break n8n's rules:\n  ${findings.join('\n  ')}`);
	process.exitCode = 1;
}

async function lint(name, method, description) {
	const filePath = path.join('nodes', 'TeamViewer', `${name}.node.ts`);
	const source = `import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
export class ${name} implements INodeType {
	description: INodeTypeDescription = ${JSON.stringify(description)};
	async ${method}() { return null; }
}`;
	const code = await format(source, { ...(await resolveConfig(filePath)), parser: 'typescript' });
	const lines = code.split('\n');
	const results = await eslint.lintText(code, { filePath });
	return results
		.flatMap(({ messages }) => messages)
		.filter(({ ruleId }) => !NOT_IN_JSON.has(ruleId))
		.map(
			({ ruleId, message, line }) => `${name}: ${message} (${ruleId}) ${lines[line - 1]?.trim()}`,
		);
}
