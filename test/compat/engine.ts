/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a process of its own on a developer's machine, is never shipped */
import { createRequire } from 'node:module';
import path from 'node:path';
import type * as N8nCore from 'n8n-core';
import type * as N8nWorkflow from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	IHttpRequestOptions,
	INode,
	INodeExecutionData,
	INodeTypes,
	IRunExecutionData,
	ITaskDataConnections,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import type { ActionTask, Loaded, Order, PollTask, Reply, SearchTask, Tasks } from './tasks';

/*
 * The process that `OlderN8n` talks to: old n8n-core and n8n-workflow, and the packed package, loaded the way n8n loads
 * it. It runs in the folder with these three; nothing of the repository's own n8n is loaded here.
 */

const load = createRequire(path.join(process.cwd(), 'package.json'));
load('reflect-metadata');
const core = load('n8n-core') as typeof N8nCore;
const { Workflow } = load('n8n-workflow') as typeof N8nWorkflow;

const PACKAGE = 'n8n-nodes-teamviewer';
const packageFolder = path.join(process.cwd(), 'nodes', 'node_modules', PACKAGE);
const loader = new core.PackageDirectoryLoader(packageFolder);
let loading: Promise<void> | undefined;

const typeOf = (name: string) =>
	loader.nodeTypes[name.replace(`${PACKAGE}.`, '')]?.type as N8nWorkflow.INodeType;

const nodeTypes: INodeTypes = {
	getByName: typeOf,
	getByNameAndVersion: typeOf,
	getKnownTypes: () => ({}),
};

const tasks: Tasks = {
	async load() {
		const task = { type: 'teamViewerApi', stored: {}, parameters: {} } as const;
		const { version } = load('n8n-core/package.json') as { version: string };
		return {
			engine: version,
			isWorkflowShared:
				createRequire(path.join(packageFolder, 'package.json')).resolve('n8n-workflow') ===
				load.resolve('n8n-workflow'),
			nodes: loader.types.nodes.map((node) => ({
				name: node.name,
				icons: iconsOf(node),
				outputs: typeOf(node.name).description.outputs,
			})),
			credentials: loader.types.credentials.map((credential) => ({
				name: credential.name,
				icons: iconsOf(credential),
			})),
			knows: abilitiesOf(
				actionContext({ ...task, items: [] }).context,
				pollContext({ ...task, staticData: { node: {}, global: {} } }),
			),
		};
	},

	async act(task) {
		const { workflow, node, additionalData, credential, context, data } = actionContext(task);
		const outputs = (await typeOf(node.type).execute?.call(context)) as INodeExecutionData[][];
		if (node.onError === 'continueErrorOutput') {
			new core.WorkflowExecute(additionalData, 'manual').handleNodeErrorOutput(
				workflow,
				{ node, data, source: null },
				outputs,
				0,
			);
		}
		return { outputs, hints: context.hints, stored: credential.stored };
	},

	async poll(task) {
		const output = await typeOf('teamViewerTrigger').poll?.call(pollContext(task));
		return { items: output?.[0] ?? null, staticData: task.staticData };
	},

	async search(task) {
		const { workflow, node, additionalData } = setUp('teamViewer', task);
		const context = new core.LoadOptionsContext(workflow, node, additionalData, '');
		const search = typeOf(node.type).methods?.listSearch?.[task.method];
		if (!search) throw new Error(`the node has no list search ${task.method}`);
		return await search.call(context);
	},
};

function actionContext(task: ActionTask) {
	const { workflow, node, additionalData, credential } = setUp('teamViewer', task);
	node.onError = task.onError;
	const items = task.items.map((json, item) => ({ json, pairedItem: { item } }));
	const data: ITaskDataConnections = { main: [items] };
	const context = new core.ExecuteContext(
		workflow,
		node,
		additionalData,
		'manual',
		{ resultData: { runData: {} } } as unknown as IRunExecutionData,
		0,
		items,
		data,
		{ node, data, source: null },
		[],
	);
	return { workflow, node, additionalData, credential, context, data };
}

function pollContext(task: PollTask) {
	const { workflow, node, additionalData } = setUp('teamViewerTrigger', task);
	const context = new core.PollContext(workflow, node, additionalData, 'trigger', 'init');
	context.getWorkflowStaticData = (type) =>
		type === 'node' ? task.staticData.node : task.staticData.global;
	return context;
}

function abilitiesOf(action: object, poll: object): Loaded['knows'] {
	const helpers = (action as { helpers: object }).helpers;
	return {
		pollBudget: 'getPollBudgetMs' in poll,
		executionHints: 'addExecutionHints' in action,
		tokenRefresh: 'refreshOAuth2Token' in helpers,
	};
}

function setUp(name: string, { type, stored, parameters }: Omit<SearchTask, 'method'>) {
	const node: INode = {
		id: 'node-id',
		name,
		type: `${PACKAGE}.${name}`,
		typeVersion: 1,
		position: [0, 0],
		parameters: {
			authentication: type === 'teamViewerApi' ? 'accessToken' : 'oAuth2',
			...parameters,
		},
		credentials: { [type]: { id: 'credential-id', name: 'Credential' } },
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const credential = { stored };
	return { workflow, node, credential, additionalData: additionalDataFor(credential) };
}

/** What n8n's server adds to its engine, as far as credentials need it. */
function additionalDataFor(credential: {
	stored: ICredentialDataDecryptedObject;
}): IWorkflowExecuteAdditionalData {
	const save = async (_node: unknown, _type: string, data: ICredentialDataDecryptedObject) => {
		credential.stored = structuredClone(data);
	};
	const credentialsHelper = {
		getParentTypes: (type: string) => loader.credentialTypes[type]?.type.extends ?? [],
		getDecrypted: async (_additionalData: unknown, _node: unknown, type: string) => ({
			...defaultsOf(type),
			...structuredClone(credential.stored),
		}),
		// n8n's name for saving a renewed token, first the older one.
		updateCredentials: save,
		updateCredentialsOauthTokenData: save,
		preAuthentication: async () => undefined,
		authenticate: async (
			values: ICredentialDataDecryptedObject,
			type: string,
			request: IHttpRequestOptions,
		) => {
			const authenticate = loader.credentialTypes[type]?.type.authenticate;
			return typeof authenticate === 'function' ? await authenticate(values, request) : request;
		},
	};
	return { credentialsHelper } as unknown as IWorkflowExecuteAdditionalData;
}

/** What the user never fills in; the scope's expression gives nothing while Custom Scopes is off. */
function defaultsOf(type: string): ICredentialDataDecryptedObject {
	const properties = loader.credentialTypes[type]?.type.properties ?? [];
	return {
		...Object.fromEntries(properties.map((property) => [property.name, property.default])),
		scope: '',
	} as ICredentialDataDecryptedObject;
}

function iconsOf({ iconUrl }: { iconUrl?: string | { light: string; dark: string } }): string[] {
	return typeof iconUrl === 'object' ? Object.values(iconUrl) : [iconUrl ?? 'none'];
}

process.on('message', async ({ id, name, task }: Order) => {
	loading ??= loader.loadAll();
	const reply = await loading
		.then(async () => await tasks[name](task))
		.then(
			(result): Reply => ({ id, result }),
			({ name: kind, message, description, httpCode, context }): Reply => ({
				id,
				error: { name: kind, message, description, httpCode, itemIndex: context?.itemIndex },
			}),
		);
	process.send?.(JSON.parse(JSON.stringify(reply)));
});
process.on('disconnect', () => process.exit());
