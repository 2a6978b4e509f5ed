import { RESOURCES } from '../../nodes/TeamViewer/operations';
import { COVERED, LEFT_OUT, LOCAL, PING } from './coverageCommands';
import { table } from './operationsTable';

/** `docs/coverage.md`: what TeamViewer's own PowerShell module can do, and what of this node does it. */
export function coveragePage(): string {
	const rows = COVERED.map(({ name, call, operations }) => [
		name,
		`\`${call}\``,
		operations.map((operation) => shownName(operation)).join('<br>'),
	]);
	const ping = [PING.name, `\`${PING.call}\``, 'The test of the credential'];
	const released = [...rows, ping].sort(byFirstCell);
	const leftOut = LEFT_OUT.map(({ name, call, why }) => [name, `\`${call}\``, why]);
	return [
		"# TeamViewer's PowerShell module and this node",
		'',
		`TeamViewer's own PowerShell module had ${released.length + leftOut.length + LOCAL.length} commands in August 2026. This node does what all ${released.length} released ones do that call the Web API, save deleting the company. The last column names the operation as the editor shows it; [operations.md](operations.md) has its fields.`,
		'',
		...table(['Command', 'Call', 'Resource: Operation'], released),
		'',
		'## Left out on purpose',
		'',
		...table(['Command', 'Call', 'Why'], leftOut),
		'',
		'## No call of the API',
		'',
		`${LOCAL.length} commands set up the module or work on the computer that they run on, and call no API:`,
		'',
		`${LOCAL.join(', ')}.`,
		'',
		'## What the module does not do',
		'',
		'No command does what these operations do:',
		'',
		...beyond().map((name) => `- ${name}`),
		'',
	].join('\n');
}

/** `Resource: Operation`, as the editor shows it. @throws where the node has no such operation. */
export function shownName(path: string): string {
	const [resource = '', operation = ''] = path.split('.');
	const names = RESOURCES[resource];
	const named = names?.operations[operation];
	if (!names || !named) throw new Error(`The node has no operation ${path}`);
	return `${names.name}: ${named.name}`;
}

/** The operations that no command has. */
function beyond(): string[] {
	const known = new Set(COVERED.flatMap(({ operations }) => operations));
	return Object.entries(RESOURCES)
		.flatMap(([resource, { operations }]) =>
			Object.keys(operations).map((operation) => `${resource}.${operation}`),
		)
		.filter((path) => !known.has(path))
		.map(shownName)
		.sort((one, other) => one.localeCompare(other));
}

function byFirstCell([one = '']: string[], [other = '']: string[]): number {
	return one.localeCompare(other);
}
