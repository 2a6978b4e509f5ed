import { ExecuteContext, LoadOptionsContext, PollContext } from 'n8n-core';
import {
	createEmptyRunExecutionData,
	Workflow,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type IHttpRequestOptions,
	type INode,
	type INodeExecutionData,
	type INodeListSearchResult,
	type INodeParameters,
	type INodePropertyOptions,
	type INodeType,
	type INodeTypes,
	type IPollFunctions,
	type IWorkflowExecuteAdditionalData,
	type NodeExecutionHint,
} from 'n8n-workflow';

import { TeamViewerApi } from '../../credentials/TeamViewerApi.credentials';
import { TeamViewer } from '../../nodes/TeamViewer/TeamViewer.node';
import { TeamViewerTrigger } from '../../nodes/TeamViewer/TeamViewerTrigger.node';

/** A stored credential as n8n hands it to a node; n8n-core rewrites `oauthTokenData` when it refreshes. */
export interface StoredCredential {
	type: 'teamViewerApi' | 'teamViewerOAuth2Api';
	id: string;
	data: ICredentialDataDecryptedObject;
	/** How often n8n-core saved a renewed token. */
	saves: number;
	/** How often a node had it decrypted. */
	reads: number;
	/** What n8n says instead of decrypting it: it was deleted, or another key encrypted it. */
	unreadable?: Error;
}

export interface RunOptions {
	credential: StoredCredential;
	parameters: INodeParameters;
	/** Input items; one empty item unless given. */
	items?: IDataObject[];
	continueOnFail?: boolean;
	timezone?: string;
	/** Stops the execution, as the Stop button does. */
	stop?: AbortSignal;
	/** Leaves the node without a credential, as a workflow that was imported. */
	withoutCredential?: boolean;
	/** Answers in place of n8n-core's HTTP, where a test needs thousands of answers. */
	transport?: Transport;
}

/** Gives `{body, statusCode, headers}`, or throws what n8n-core would. */
export type Transport = (request: IHttpRequestOptions) => Promise<unknown>;

export interface RunResult {
	items: INodeExecutionData[];
	hints: NodeExecutionHint[];
}

const TYPES: Record<string, INodeType> = {
	'n8n-nodes-teamviewer.teamViewer': new TeamViewer(),
	'n8n-nodes-teamviewer.teamViewerTrigger': new TeamViewerTrigger(),
};

/** What n8n's server makes of a node that is usable as a tool, as far as n8n-core asks for it. */
const toolType = new TeamViewer();
toolType.description.name += 'Tool';
toolType.description.inputs = [];
toolType.description.outputs = ['ai_tool'];
TYPES['n8n-nodes-teamviewer.teamViewerTool'] = toolType;

TYPES.agent = {
	description: {
		...{ displayName: 'Agent', name: 'agent', group: [], version: 1, description: '' },
		...{ defaults: {}, inputs: [{ type: 'ai_tool' }], outputs: ['main'], properties: [] },
	},
};

const nodeTypes: INodeTypes = {
	getByName: (type) => TYPES[type] as INodeType,
	getByNameAndVersion: (type) => TYPES[type] as INodeType,
	getKnownTypes: () => ({}),
};

/** A connected OAuth2 credential, with every value that n8n's own credential dialogue would store. */
export function oAuth2Credential(
	app: { clientId: string; clientSecret: string },
	tokens: { access_token: string; refresh_token?: string },
): StoredCredential {
	return {
		type: 'teamViewerOAuth2Api',
		id: 'oauth2-credential',
		saves: 0,
		reads: 0,
		data: {
			grantType: 'authorizationCode',
			authUrl: 'https://login.teamviewer.com/oauth2/authorize',
			accessTokenUrl: 'https://webapi.teamviewer.com/api/v1/oauth2/token',
			authQueryParameters: 'display=popup',
			authentication: 'body',
			scope: '',
			...app,
			oauthTokenData: { token_type: 'bearer', expires_in: 86_400, ...tokens },
		},
	};
}

/** A script token. */
export function tokenCredential(accessToken: string): StoredCredential {
	return {
		type: 'teamViewerApi',
		id: 'token-credential',
		saves: 0,
		reads: 0,
		data: { accessToken },
	};
}

/** Runs the action node once, the way n8n's engine does. */
export async function runAction(options: RunOptions): Promise<RunResult> {
	const { workflow, node, additionalData } = setUp('teamViewer', options);
	if (options.continueOnFail) node.onError = 'continueRegularOutput';
	const inputData = (options.items ?? [{}]).map((json, item) => ({ json, pairedItem: { item } }));
	const context = new ExecuteContext(
		workflow,
		node,
		additionalData,
		'manual',
		createEmptyRunExecutionData(),
		0,
		inputData,
		{ main: [inputData] },
		{ node, data: { main: [inputData] }, source: null },
		[],
		options.stop,
	);
	carry(context, options);
	const [items] = (await TYPES[node.type]?.execute?.call(context)) as INodeExecutionData[][];
	return { items: items ?? [], hints: context.hints };
}

/** The action node as an AI agent holds it. */
export interface AgentTool {
	name: string;
	/** What the model reads of it. */
	description: string;
	/** What the model may fill in, by name. */
	schema: { shape: Record<string, { description?: string }> };
	/** Calls it the way the agent does; the text is what the model gets back. */
	func: (args: IDataObject) => Promise<string>;
}

/** Connects the action node to an agent, which n8n-core makes a tool of. */
export async function asTool(options: RunOptions): Promise<AgentTool> {
	const { node, workflow: alone, additionalData } = setUp('teamViewer', options);
	const toolNode: INode = { ...node, type: `${node.type}Tool` };
	const agent: INode = {
		...{ id: 'agent-id', name: 'Agent', type: 'agent', typeVersion: 1 },
		...{ position: [0, 0], parameters: {} },
	};
	const workflow = new Workflow({
		id: alone.id,
		nodes: [toolNode, agent],
		connections: {
			[toolNode.name]: { ai_tool: [[{ node: agent.name, type: 'ai_tool', index: 0 }]] },
		},
		active: false,
		nodeTypes,
	});
	const inputData = [{ json: {} }];
	const context = new ExecuteContext(
		workflow,
		agent,
		additionalData,
		'manual',
		// n8n-core notes there which tool ran when.
		Object.assign(createEmptyRunExecutionData(), { executionData: { metadata: {} } }),
		0,
		inputData,
		{ main: [inputData] },
		{ node: agent, data: { main: [inputData] }, source: null },
		[],
	);
	const [tool] = (await context.getInputConnectionData('ai_tool', 0)) as [AgentTool];
	return tool;
}

/** Runs one of the node's list searches, the way the From List drop-down does. */
export async function runListSearch(
	method: string,
	options: RunOptions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const { workflow, node, additionalData } = setUp('teamViewer', options);
	const context = new LoadOptionsContext(workflow, node, additionalData, '');
	carry(context, options);
	const search = TYPES[node.type]?.methods?.listSearch?.[method];
	if (!search) throw new Error(`the node has no list search ${method}`);
	return await search.call(context, filter, paginationToken);
}

/** Fills one of the node's lists of several choices, the way its drop-down does. */
export async function runLoadOptions(
	method: string,
	options: RunOptions,
): Promise<INodePropertyOptions[]> {
	const { workflow, node, additionalData } = setUp('teamViewer', options);
	const context = new LoadOptionsContext(workflow, node, additionalData, '');
	carry(context, options);
	const load = TYPES[node.type]?.methods?.loadOptions?.[method];
	if (!load) throw new Error(`the node has no list of choices ${method}`);
	return await load.call(context);
}

export interface PollOptions extends RunOptions {
	mode?: 'trigger' | 'manual';
	/** The node's static data; kept by the caller between polls, through JSON where it plays a restart. */
	staticData: IDataObject;
	globalStaticData?: IDataObject;
	/** What tells the node from others in its workflow. */
	node?: Partial<Pick<INode, 'id' | 'name'>>;
	/** Polls in place of the node itself, where a test plays another process. */
	poll?: (context: IPollFunctions) => Promise<INodeExecutionData[][] | null>;
	/** What `getPollBudgetMs` answers; without it the method is missing, as in n8n before 2.38. */
	budgetMs?: number;
}

/** Polls the trigger once; `null` means that nothing is new. */
export async function runPoll(options: PollOptions): Promise<INodeExecutionData[] | null> {
	const { workflow, node, additionalData } = setUp('teamViewerTrigger', options, options.node);
	const context = new PollContext(
		workflow,
		node,
		additionalData,
		options.mode ?? 'trigger',
		'init',
	);
	context.getWorkflowStaticData = (type) =>
		type === 'node' ? options.staticData : (options.globalStaticData ??= {});
	Object.assign(context, {
		getPollBudgetMs: options.budgetMs === undefined ? undefined : () => options.budgetMs,
	});
	const output = await (options.poll?.(context) ?? TYPES[node.type]?.poll?.call(context));
	return output?.[0] ?? null;
}

function carry({ helpers }: ExecuteContext | LoadOptionsContext, { transport }: RunOptions): void {
	if (!transport) return;
	helpers.httpRequestWithAuthentication = async (_credentialType, request) =>
		await transport(request);
}

function setUp(
	name: 'teamViewer' | 'teamViewerTrigger',
	options: RunOptions,
	own: Partial<INode> = {},
) {
	const { credential, parameters, timezone = 'UTC' } = options;
	const node: INode = {
		id: 'node-id',
		name: name === 'teamViewer' ? 'TeamViewer' : 'TeamViewer Trigger',
		type: `n8n-nodes-teamviewer.${name}`,
		typeVersion: 1,
		position: [0, 0],
		parameters: {
			authentication: credential.type === 'teamViewerApi' ? 'accessToken' : 'oAuth2',
			...parameters,
		},
		...(!options.withoutCredential && {
			credentials: { [credential.type]: { id: credential.id, name: 'Test credential' } },
		}),
		...own,
	};
	const workflow = new Workflow({
		id: 'workflow-id',
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes,
		settings: { timezone },
	});
	// What the editor hands to a search beside what is typed.
	const currentNodeParameters = node.parameters;
	return {
		workflow,
		node,
		additionalData: { ...additionalDataFor(credential), currentNodeParameters },
	};
}

/** The parts of n8n around n8n-core: only what keeps credentials is played here, the rest is n8n-core's own. */
function additionalDataFor(credential: StoredCredential): IWorkflowExecuteAdditionalData {
	const credentialsHelper = {
		getParentTypes: (type: string) => (type === 'teamViewerOAuth2Api' ? ['oAuth2Api'] : []),
		getDecrypted: async () => {
			credential.reads += 1;
			if (credential.unreadable) throw credential.unreadable;
			return structuredClone(credential.data);
		},
		getCredentials: async () => ({ id: credential.id, name: 'Test credential' }),
		getCredentialsProperties: () => [],
		isCredentialUsableByNode: async () => true,
		updateCredentialsOauthTokenData: async (
			_node: unknown,
			_type: string,
			data: ICredentialDataDecryptedObject,
		) => {
			credential.data = structuredClone(data);
			credential.saves += 1;
		},
		preAuthentication: async () => undefined,
		runPreAuthentication: async () => undefined,
		authenticate: async (
			credentials: ICredentialDataDecryptedObject,
			_type: string,
			request: IHttpRequestOptions,
		) => await new TeamViewerApi().authenticate(credentials, request),
	};
	return {
		credentialsHelper,
		webhookWaitingBaseUrl: '',
		restApiUrl: '',
		instanceBaseUrl: '',
		hooks: { runHook: async () => {} },
	} as unknown as IWorkflowExecuteAdditionalData;
}
