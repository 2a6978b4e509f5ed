import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeListSearchResult,
	INodeParameters,
	NodeExecutionHint,
} from 'n8n-workflow';

/** What every task needs: a credential with the values that n8n has stored of it. */
interface WithCredential {
	type: 'teamViewerApi' | 'teamViewerOAuth2Api';
	stored: ICredentialDataDecryptedObject;
	parameters: INodeParameters;
}

/** Runs the action node over some items. */
export interface ActionTask extends WithCredential {
	items: IDataObject[];
	onError?: INode['onError'];
}

export interface ActionResult {
	/** By output: the first is the node's own, the second the error output, where the node has one. */
	outputs: INodeExecutionData[][];
	hints: NodeExecutionHint[];
	/** What n8n has stored of the credential afterwards. */
	stored: ICredentialDataDecryptedObject;
}

/** Polls the trigger once. */
export interface PollTask extends WithCredential {
	staticData: StaticData;
}

/** What n8n keeps of a workflow between two polls. */
export interface StaticData {
	node: IDataObject;
	global: IDataObject;
}

export interface PollResult {
	/** Null when nothing is new. */
	items: INodeExecutionData[] | null;
	staticData: StaticData;
}

/** Opens a From List drop-down. */
export interface SearchTask extends WithCredential {
	method: string;
}

/** What n8n found in the package. */
export interface Loaded {
	/** The version of n8n's engine. */
	engine: string;
	/** Whether the package uses n8n's own n8n-workflow, not one that npm put beside it. */
	isWorkflowShared: boolean;
	nodes: Array<{ name: string; icons: string[]; outputs: unknown }>;
	credentials: Array<{ name: string; icons: string[] }>;
	/** Which of the newer abilities this n8n has. */
	knows: { pollBudget: boolean; executionHints: boolean; tokenRefresh: boolean };
}

/** An error as n8n's editor shows it. */
export interface ShownError {
	name: string;
	message: string;
	description?: string | null;
	httpCode?: string | null;
	itemIndex?: number;
}

/** Every task by name, with what it takes and gives. */
export interface Tasks {
	load: (task: null) => Promise<Loaded>;
	act: (task: ActionTask) => Promise<ActionResult>;
	poll: (task: PollTask) => Promise<PollResult>;
	search: (task: SearchTask) => Promise<INodeListSearchResult>;
}

export interface Order {
	id: number;
	name: keyof Tasks;
	task: never;
}

export type Reply = { id: number } & ({ result: unknown } | { error: ShownError });
