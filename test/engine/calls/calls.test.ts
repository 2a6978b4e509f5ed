/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- compares with, or writes, a page of documentation */
import { readFileSync, writeFileSync } from 'node:fs';

import { RESOURCES } from '../../../nodes/TeamViewer/operations';
import { everyOperation, type Example } from '../../harness/everyOperation';
import { workbench } from '../../harness/workbench';
import { callsIn, callsSection, withCalls, type CallCount } from '../../readme/callsTable';

const PAGE = 'docs/benchmark.md';
const { sandbox, run, search, sent } = workbench({ company: 'small' });
const examples = everyOperation(sandbox);

const optionsOf = ({ resource, operation }: Example) =>
	RESOURCES[resource]?.operations[operation]?.fields.options?.fields ?? {};

async function callsOf({ resource, operation, parameters }: Example, options?: object) {
	sandbox.clearRequests();
	await run(resource, operation, { ...parameters, ...(options && { options: options as never }) });
	return sent().length;
}

/** The first example of each operation; lists of one page. */
async function countOperations(): Promise<CallCount[]> {
	const counts: CallCount[] = [];
	const seen = new Set<string>();
	for (const example of examples) {
		const { resource, operation, parameters } = example;
		const names = RESOURCES[resource];
		const work = `${names?.name}: ${names?.operations[operation]?.name}`;
		if (seen.has(work)) continue;
		seen.add(work);
		const onePage = 'returnAll' in parameters ? { returnAll: false, limit: 1 } : {};
		const first = { ...example, parameters: { ...parameters, ...onePage } };
		const unread = 'returnUpdated' in optionsOf(example);
		counts.push({
			work,
			calls: await callsOf(first),
			...(unread && {
				note: `without Return Updated Record ${await callsOf(first, { returnUpdated: false })}`,
			}),
		});
	}
	return counts.sort((one, other) => one.work.localeCompare(other.work));
}

it('The calls that every operation costs are those of docs/benchmark.md (UPDATE_CALLS=1 writes them)', async () => {
	const section = callsSection(await countOperations());
	const page = readFileSync(PAGE, 'utf8');
	if (process.env.UPDATE_CALLS) writeFileSync(PAGE, withCalls(page, section));
	else expect(normalised(callsIn(page))).toBe(normalised(section));
});

it('A drop-down costs one call a page', async () => {
	for (const name of ['Assignees', 'Devices', 'Groups', 'Reports', 'Sessions', 'Users']) {
		sandbox.clearRequests();
		await search(`search${name}`);
		expect([name, sent().length]).toEqual([name, 1]);
	}
});

/** The page is formatted, which pads the table's columns. */
function normalised(markdown: string): string {
	return markdown.replace(/ +\|/g, ' |').replace(/-{3,}/g, '---');
}
