import type {
	INodeExecutionData,
	INodeListSearchResult,
	INodeParameters,
	INodePropertyOptions,
} from 'n8n-workflow';

import { createSandbox, type Sandbox, type SandboxOptions } from '../sandbox';
import {
	runAction,
	runListSearch,
	runLoadOptions,
	tokenCredential,
	type RunOptions,
	type RunResult,
	type StoredCredential,
} from './engine';
import { interceptTeamViewer } from './teamviewer';

/** One request as it reached TeamViewer; what it had none of is left out. */
export interface SentRequest {
	method: string;
	path: string;
	query?: Record<string, string>;
	body?: unknown;
}

type More = Partial<Omit<RunOptions, 'parameters'>>;

/** An action node and a TeamViewer to run it against. */
export interface Workbench {
	readonly sandbox: Sandbox;
	/** A script token of a user with every permission. */
	readonly credential: StoredCredential;
	run(
		resource: string,
		operation: string,
		parameters?: INodeParameters,
		more?: More,
	): Promise<RunResult>;
	/** Runs what must fail, and gives the error. */
	fail(
		resource: string,
		operation: string,
		parameters?: INodeParameters,
		more?: More,
	): Promise<NodeFailure>;
	/** Opens From List, types the filter, or scrolls on from the token. */
	search(
		method: string,
		filter?: string,
		paginationToken?: string,
		more?: More,
	): Promise<INodeListSearchResult>;
	/** Opens a list of several choices. */
	choices(method: string, more?: More): Promise<INodePropertyOptions[]>;
	/** What reached TeamViewer since the test began. */
	sent(): SentRequest[];
}

/** The parts of a node's error that a user sees. */
export interface NodeFailure extends Error {
	description?: string;
	httpCode?: string;
	context: { itemIndex?: number; reason?: string; data?: unknown };
	failure?: { cause?: string };
}

/** Sets a workbench up for all tests of a file, and clears its log and its faults before each. */
export function workbench(options: SandboxOptions = {}): Workbench {
	const sandbox = createSandbox({ company: 'small', ...options });
	const credential = tokenCredential(sandbox.credentials.scriptToken);
	let restore = () => {};
	beforeAll(() => {
		restore = interceptTeamViewer(sandbox);
	});
	beforeEach(() => {
		sandbox.clearRequests();
		sandbox.faults.clear();
	});
	afterAll(() => restore());

	const run: Workbench['run'] = async (resource, operation, parameters = {}, more = {}) =>
		await runAction({
			credential,
			...more,
			parameters: { resource, operation, ...parameters },
		});

	return {
		sandbox,
		credential,
		run,
		fail: async (resource, operation, parameters, more) => {
			const outcome = await run(resource, operation, parameters, more).catch(
				(error: unknown) => error,
			);
			if (outcome instanceof Error) return outcome as NodeFailure;
			throw new Error(`${resource}:${operation} should have failed: ${JSON.stringify(outcome)}`);
		},
		search: async (method, filter, paginationToken, more = {}) =>
			await runListSearch(method, { credential, ...more, parameters: {} }, filter, paginationToken),
		choices: async (method, more = {}) =>
			await runLoadOptions(method, { credential, ...more, parameters: {} }),
		sent: () =>
			sandbox.requests.map(({ method, path, query, body }) => ({
				method,
				path: path.replace(/^\/api\/v1/, ''),
				...(Object.keys(query).length > 0 && { query }),
				...(body !== undefined && { body }),
			})),
	};
}

/** A resource locator as n8n stores it. */
export function locator(mode: string, value: string): INodeParameters[string] {
	return { __rl: true, mode, value };
}

/** The items' JSON. */
export function jsonOf(items: INodeExecutionData[]): unknown[] {
	return items.map(({ json }) => json);
}

/** Names of the fields that hold something else than text, a number or a switch. */
export function nestedFields(item: INodeExecutionData | undefined): string[] {
	return Object.entries(item?.json ?? {})
		.filter(([, value]) => typeof value === 'object' && value !== null)
		.map(([name]) => name);
}
