import {
	NodeApiError,
	type IDataObject,
	type IHttpRequestOptions,
	type JsonObject,
} from 'n8n-workflow';

import type { Transport } from '../../harness/engine';
import { everyOperation } from '../../harness/everyOperation';
import { workbench } from '../../harness/workbench';
import { mutated, mutations, type Mutation } from './mutations';

jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../../harness/noWaiting')>('../../harness/noWaiting')
		.n8nWorkflowWithoutWaiting(),
);

const MUTATIONS = 10_000;
const { sandbox, credential, run, search } = workbench();
const TOKEN = sandbox.credentials.scriptToken;
const examples = everyOperation(sandbox);
const searches = ['Assignees', 'Devices', 'Groups', 'Reports', 'Sessions', 'Users'];
const all = mutations(MUTATIONS);
const perSubject = Math.ceil(MUTATIONS / (examples.length + searches.length));
const shareOf = (subject: number) => all.slice(subject * perSubject, (subject + 1) * perSubject);

/** What no user should ever read: texts of JavaScript's own errors, or of this node being at a loss. */
const RAW_ERROR =
	/Cannot (read|set|convert|destructure|use)|is not (a function|iterable|defined|a constructor|valid JSON)|undefined \(|\[object |Invalid (time value|array length|Date)|Unexpected (token|end)|Maximum call stack|circular|must be of type|unexpected problem in this node/i;

/** What the node says by itself of a change that TeamViewer answers without a word. */
const MADE_HERE = new Set(['{"deleted":true}', '{"success":true}']);

/** A failed item says what happened and what to do about it, and nothing else. */
function isFailed(json: IDataObject): json is { error: string; message: string } {
	const names = Object.keys(json).sort().join();
	if (names !== 'error' && names !== 'error,message') return false;
	expect([typeof json.error, typeof json.message]).toEqual(['string', 'string']);
	return true;
}

/** Answers as the sandbox does, each with the next mutation; `served` tells what was answered. */
function wrongAnswers(share: Mutation[]): Transport & { served: string[]; bodies: string[] } {
	let next = 0;
	const served: string[] = [];
	/** What was answered, in full. */
	const bodies: string[] = [];
	const transport = async (request: IHttpRequestOptions) => {
		const isWrite = request.method === 'PUT' || request.method === 'DELETE';
		const valid = await askSandbox(request);
		const mutation = share[next++ % share.length] as Mutation;
		const { status, body } =
			request.encoding === 'arraybuffer' || (isWrite && mutation.kind !== 'status')
				? valid
				: mutated(valid, mutation);
		served.push(JSON.stringify({ url: request.url, status, body }).slice(0, 2_000));
		bodies.push(JSON.stringify(body) ?? '');
		if (status >= 300) throw httpError(status, body);
		return { statusCode: status, headers: {}, body };
	};
	return Object.assign(transport, { served, bodies });
}

async function askSandbox({ url, method = 'GET', qs, body, encoding }: IHttpRequestOptions) {
	const query = Object.entries((qs ?? {}) as Record<string, string | undefined>).filter(
		(entry): entry is [string, string] => entry[1] !== undefined,
	);
	const address = new URL(url);
	address.search = new URLSearchParams(query).toString();
	const known = answers.get(`${method} ${address.href}`);
	if (known) return known;
	const response = await sandbox.fetch(
		new Request(address, {
			method,
			headers: { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/json' },
			...(body && { body: JSON.stringify(body) }),
		}),
	);
	const bytes = Buffer.from(await response.arrayBuffer());
	const answer = {
		status: response.status,
		body: encoding === 'arraybuffer' ? bytes : parsed(bytes.toString()),
	};
	if (response.ok) answers.set(`${method} ${address.href}`, answer);
	return answer;
}

/** Valid answers by what was asked: nothing has to be deleted twice. */
const answers = new Map<string, { status: number; body: unknown }>();

function parsed(text: string): unknown {
	return text === '' ? '' : (JSON.parse(text) as unknown);
}

/** What n8n-core throws after an error status, with the token in the request, as axios keeps it. */
function httpError(status: number, data: unknown): Error {
	const cause = Object.assign(new Error(`Request failed with status code ${status}`), {
		isAxiosError: true,
		config: { headers: { Authorization: `Bearer ${TOKEN}` } },
		response: { status, data, headers: {} },
	});
	const node = { id: '', name: '', type: '', typeVersion: 1, parameters: {} };
	return new NodeApiError({ ...node, position: [0, 0] }, cause as unknown as JsonObject);
}

it.each(examples.map((example, index) => ({ ...example, index })))(
	'$resource:$operation gives data or a clear error, whatever is wrong with an answer ($index)',
	async ({ resource, operation, parameters, index }) => {
		const share = shareOf(index);
		const transport = wrongAnswers(share);
		while (transport.served.length < share.length) {
			const before = transport.served.length;
			const { items, hints } = await run(
				resource,
				operation,
				{
					...parameters,
					...(operation === 'getAll' && { returnAll: true }),
					simplify: before % 2 === 0,
				},
				{ credential, items: Array<object>(20).fill({}) as never, continueOnFail: true, transport },
			);
			const isRaw = before % 2 !== 0;
			const bodies = transport.bodies.slice(before);
			const seen = `${JSON.stringify(items)} ${JSON.stringify(hints)}`;
			expect(seen).not.toContain(TOKEN);
			for (const { json, pairedItem } of items) {
				expect(pairedItem).toBeDefined();
				expect(typeof json === 'object' && !Array.isArray(json)).toBe(true);
				if (!isFailed(json)) {
					// Whatever is given as TeamViewer's data is what TeamViewer sent.
					const data = JSON.stringify(json);
					if (isRaw && !MADE_HERE.has(data) && !bodies.some((body) => body.includes(data))) {
						throw new Error(`${data} was not sent\n${transport.served.slice(before).join('\n')}`);
					}
					continue;
				}
				const text = `${json.error} ${json.message}`;
				if (RAW_ERROR.test(text)) {
					throw new Error(`${text}\n${transport.served.slice(before).join('\n')}`);
				}
			}
		}
	},
);

it.each(searches)('From List of %s shows entries or a clear error', async (name) => {
	const share = shareOf(examples.length + searches.indexOf(name));
	const transport = wrongAnswers(share);
	while (transport.served.length < share.length) {
		const before = transport.served.length;
		const outcome = await search(`search${name}`, before % 2 === 0 ? 'a' : undefined, undefined, {
			transport,
		}).catch((error: Error) => error);
		if (outcome instanceof Error) {
			const { description } = outcome as Error & { description?: string };
			expect(description).toBeTruthy();
			const text = `${outcome.message} ${String(description)}`;
			expect(JSON.stringify(outcome) + text).not.toContain(TOKEN);
			if (RAW_ERROR.test(text)) {
				throw new Error(`${text}\n${transport.served.slice(before).join('\n')}`);
			}
			continue;
		}
		for (const entry of outcome.results) {
			expect([typeof entry.name, typeof entry.value]).toEqual(['string', 'string']);
		}
	}
});
