import type { INode, INodeParameters } from 'n8n-workflow';
import { OAUTH2_CREDENTIAL } from './sandboxedN8n';
import type { WorkflowFile } from './workflows';

/** A node as far as it differs from one workflow to the next. */
export type Link = Pick<INode, 'name' | 'type' | 'parameters'> &
	Partial<Pick<INode, 'typeVersion' | 'credentials' | 'webhookId'>>;

/** A workflow whose nodes follow one another in a line. Node ids are made from the names, so they stay the same. */
export function chain(name: string, ...links: Link[]): WorkflowFile {
	const nodes = links.map((link, index): INode => ({
		id: link.name.toLowerCase().replaceAll(' ', '-'),
		typeVersion: 1,
		position: [index * 220, 0],
		...link,
	}));
	const connections = Object.fromEntries(
		nodes
			.slice(1)
			.map((node, index) => [
				links[index]?.name ?? '',
				{ main: [[{ node: node.name, type: 'main' as const, index: 0 }]] },
			]),
	);
	return { name, nodes, connections, settings: { executionOrder: 'v1' } };
}

/** How nodes of this package sign in, and with which saved credential. */
export type Access = Required<Pick<Link, 'credentials'>> & {
	parameters: { authentication: 'oAuth2' | 'accessToken' };
};

/** By the OAuth2 credential that `createCredentials` makes. */
export const OAUTH2: Access = {
	parameters: { authentication: 'oAuth2' },
	credentials: { teamViewerOAuth2Api: { id: null, name: OAUTH2_CREDENTIAL } },
};

/** By the script token of this name. */
export function scriptToken(name: string): Access {
	return {
		parameters: { authentication: 'accessToken' },
		credentials: { teamViewerApi: { id: null, name } },
	};
}

/** An action of this package. */
export function teamViewer(name: string, parameters: INodeParameters, access = OAUTH2): Link {
	return {
		name,
		type: 'n8n-nodes-teamviewer.teamViewer',
		parameters: { ...access.parameters, ...parameters },
		credentials: access.credentials,
	};
}

/**
 * The trigger of this package on connection reports.
 *
 * @param seconds the seconds of every minute at which it polls; n8n takes one number for each of its crons
 */
export function newConnectionReport(
	name: string,
	seconds: number[],
	options: INodeParameters = {},
	access = OAUTH2,
): Link {
	const item = seconds.map((second) => ({
		mode: 'custom',
		cronExpression: `${second} * * * * *`,
	}));
	return {
		name,
		type: 'n8n-nodes-teamviewer.teamViewerTrigger',
		parameters: {
			...access.parameters,
			pollTimes: { item },
			triggerOn: 'connectionReportCreated',
			simplify: true,
			filters: {},
			options,
		},
		credentials: access.credentials,
	};
}
