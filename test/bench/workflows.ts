import { NodeConnectionTypes } from 'n8n-workflow';
import type { IConnections, INode, INodeParameters } from 'n8n-workflow';
import type { SavedCredential } from '../n8n/credentials';
import type { WorkflowFile } from '../n8n/workflows';
import { PLAIN_LOOP_NODE } from './plainLoop';

/** The job is done by the first of these nodes up to the last; the time of all of them counts. */
export interface Job extends WorkflowFile {
	nodes: INode[];
	measured: string[];
}

const API = 'https://webapi.teamviewer.com/api/v1';
const START = 'Start';

/** Everything TeamViewer lists, with the TeamViewer node. */
export function readWithTeamViewer(credential: SavedCredential, simplify: boolean): Job {
	return chain(`Read reports, TeamViewer node, simplify ${simplify}`, [
		node('TeamViewer', 'n8n-nodes-teamviewer.teamViewer', 1, credential, {
			authentication: 'accessToken',
			resource: 'connectionReport',
			operation: 'getAll',
			returnAll: true,
			simplify,
		}),
	]);
}

/** The same by hand: the HTTP Request node's pagination, and Split Out to get one item a report. */
export function readWithHttpRequest(credential: SavedCredential): Job {
	return chain('Read reports, HTTP Request node', [
		httpRequest(credential, {
			url: `${API}/reports/connections`,
			options: {
				pagination: {
					pagination: {
						paginationMode: 'updateAParameterInEachRequest',
						parameters: {
							parameters: [
								{ type: 'qs', name: 'offset_id', value: '={{ $response.body?.next_offset }}' },
							],
						},
						paginationCompleteWhen: 'other',
						completeExpression: '={{ !$response.body.next_offset }}',
						limitPagesFetched: false,
					},
				},
			},
		}),
		node('Split Out', 'n8n-nodes-base.splitOut', 1, undefined, {
			fieldToSplitOut: 'records',
			options: {},
		}),
	]);
}

/** The same with the least that a node can do. */
export function readWithPlainLoop(credential: SavedCredential): Job {
	return chain('Read reports, plain loop', [
		node('Plain Loop', PLAIN_LOOP_NODE, 1, credential, {}),
	]);
}

/** A session for each item, with the TeamViewer node. */
export function createWithTeamViewer(
	credential: SavedCredential,
	sessions: number,
	groupId: string,
): Job {
	const job = chain('Create sessions, TeamViewer node', [
		...callers(sessions),
		node('TeamViewer', 'n8n-nodes-teamviewer.teamViewer', 1, credential, {
			authentication: 'accessToken',
			resource: 'session',
			operation: 'create',
			group: { __rl: true, mode: 'id', value: groupId },
			simplify: false,
			additionalFields: {
				description: '={{ $json.description }}',
				endCustomerName: '={{ $json.customer }}',
			},
		}),
	]);
	return { ...job, measured: ['TeamViewer'] };
}

/** The same by hand: the HTTP Request node sends one request for each item. */
export function createWithHttpRequest(
	credential: SavedCredential,
	sessions: number,
	groupId: string,
): Job {
	const job = chain('Create sessions, HTTP Request node', [
		...callers(sessions),
		httpRequest(credential, {
			url: `${API}/sessions`,
			method: 'POST',
			sendBody: true,
			specifyBody: 'json',
			jsonBody: `={{ { groupid: '${groupId}', description: $json.description, end_customer: { name: $json.customer } } }}`,
			options: {},
		}),
	]);
	return { ...job, measured: ['HTTP Request'] };
}

/** Items that each ask for a session. */
function callers(count: number): INode[] {
	const list = Array.from({ length: count }, (_, index) => ({
		description: `Printer ${index} does not print`,
		customer: `Customer ${index}`,
	}));
	return [
		node('Callers', 'n8n-nodes-base.set', 3.4, undefined, {
			mode: 'raw',
			jsonOutput: JSON.stringify({ list }),
			options: {},
		}),
		node('One item each', 'n8n-nodes-base.splitOut', 1, undefined, {
			fieldToSplitOut: 'list',
			options: {},
		}),
	];
}

function httpRequest(credential: SavedCredential, parameters: INodeParameters): INode {
	return node('HTTP Request', 'n8n-nodes-base.httpRequest', 4.2, credential, {
		authentication: 'genericCredentialType',
		genericAuthType: credential.type,
		...parameters,
	});
}

function node(
	name: string,
	type: string,
	typeVersion: number,
	credential: SavedCredential | undefined,
	parameters: INodeParameters,
): INode {
	return {
		id: name,
		name,
		type,
		typeVersion,
		position: [0, 0],
		parameters,
		...(credential && {
			credentials: { [credential.type]: { id: credential.id, name: credential.name } },
		}),
	};
}

function chain(name: string, rest: INode[]): Job {
	const nodes = [node(START, 'n8n-nodes-base.manualTrigger', 1, undefined, {}), ...rest];
	const connections: IConnections = {};
	for (const [index, { name: next }] of rest.entries()) {
		const from = nodes[index]?.name ?? '';
		connections[from] = { main: [[{ node: next, type: NodeConnectionTypes.Main, index: 0 }]] };
	}
	return { name, nodes, connections, measured: rest.map((each) => each.name) };
}
