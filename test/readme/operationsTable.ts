import type { Operation, Resource } from '../../nodes/TeamViewer/execution/operation';
import { RESOURCES } from '../../nodes/TeamViewer/operations';

const START = '<!-- operations -->';
const END = '<!-- /operations -->';

/** What every list, or every answer of many fields, has; the README says it once. */
const COMMON = new Set(['returnAll', 'limit', 'simplify']);

/** `docs/operations.md`: every operation with its fields, from what the node itself says of them. */
export function operationsPage(): string {
	const rows = resources().flatMap((resource) => rowsOf(resource));
	return [
		'# Operations',
		'',
		'Required fields are bold. Every **Get Many** also has **Return All** and **Limit**; **Simplify** gives the most used fields, flat.',
		'',
		...table(['Resource', 'Operation', 'What it does', 'Fields'], rows),
		'',
	].join('\n');
}

/** The README with its list of resources brought up to date. @throws when the two marks are missing. */
export function withResources(readme: string): string {
	const start = readme.indexOf(START);
	const end = readme.indexOf(END);
	if (start < 0 || end < start) throw new Error(`The README needs ${START} and ${END}`);
	const rows = resources().map(({ name, operations }) => [
		`**${name}**`,
		Object.values(operations)
			.map((operation) => operation.name)
			.sort((one, other) => one.localeCompare(other))
			.join(', '),
	]);
	const list = table(['Resource', 'Operations'], rows).join('\n');
	return `${readme.slice(0, start + START.length)}\n\n${list}\n\n${readme.slice(end)}`;
}

function resources(): Resource[] {
	return Object.values(RESOURCES).sort(byName);
}

function table(head: string[], rows: string[][]): string[] {
	return [head, head.map(() => '---'), ...rows.map((cells) => cells.map(escaped))].map(
		(cells) => `| ${cells.join(' | ')} |`,
	);
}

function rowsOf({ name, operations }: Resource): string[][] {
	return Object.values(operations)
		.sort(byName)
		.map((operation, index) => [
			index === 0 ? `**${name}**` : '',
			operation.name,
			`${operation.description}${operation.description.endsWith('.') ? '' : '.'}`,
			fieldsOf(operation),
		]);
}

/** The operation's own fields, then what each collection offers: `**Session** · Update Fields: Group, State`. */
function fieldsOf({ fields }: Operation): string {
	return Object.entries(fields)
		.filter(([name]) => !COMMON.has(name))
		.map(([name, { label, property, fields: inside }]) => {
			if (inside) {
				const labels = Object.values(inside).map((one) => one.label);
				return `${label}: ${labels.sort((one, other) => one.localeCompare(other)).join(', ')}`;
			}
			return property(name).required ? `**${label}**` : label;
		})
		.join(' · ');
}

function byName(one: { name: string }, other: { name: string }): number {
	return one.name.localeCompare(other.name);
}

function escaped(cell: string): string {
	return cell.replaceAll('|', '\\|');
}
