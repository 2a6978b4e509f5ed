import type { IConnections, INode, IWorkflowSettings } from 'n8n-workflow';
import type { SavedCredential } from './credentials';
import type { N8nSession } from './n8nSession';
import { waitFor } from './waiting';

/** A workflow as n8n exports it and as `examples/*.json` holds it. */
export interface WorkflowFile {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
}

/** A workflow that n8n keeps. */
export interface SavedWorkflow extends WorkflowFile {
	id: string;
	/** Changes with every saved edit; publishing names the version that is to go live. */
	versionId: string;
}

export async function createWorkflow(
	session: N8nSession,
	workflow: WorkflowFile,
): Promise<SavedWorkflow> {
	return await session.post('/workflows', workflow);
}

/**
 * Gives every node the saved credential that has the name its file asks for. In a file a credential is a name
 * only: ids differ from one n8n to the next.
 *
 * @throws when a node asks for a credential that is not among the saved ones
 */
export function bindCredentials<T extends WorkflowFile>(workflow: T, saved: SavedCredential[]): T {
	const nodes = workflow.nodes.map((node) => {
		if (node.credentials === undefined) return node;
		const bound = Object.entries(node.credentials).map(([type, { name }]) => {
			const match = saved.find(
				(credential) => credential.type === type && credential.name === name,
			);
			if (match === undefined) {
				throw new Error(`"${workflow.name}": there is no ${type} credential named "${name}"`);
			}
			return [type, { id: match.id, name }] as const;
		});
		return { ...node, credentials: Object.fromEntries(bound) };
	});
	return { ...workflow, nodes };
}

/** What n8n says of a workflow that was told to go live. */
interface PublicationStatus {
	status: 'in_progress' | 'published' | 'partial' | 'failed' | 'not_published';
	triggers: Array<{ nodeId: string; status: string; errorMessage: string | null }>;
}

/**
 * Publishes a workflow and waits until its triggers are up. A polling trigger has then polled once.
 *
 * @throws with n8n's own words when a trigger cannot start, for example for a wrong token
 */
export async function publishWorkflow(
	session: N8nSession,
	{ id, versionId, name }: SavedWorkflow,
): Promise<void> {
	await session.post(`/workflows/${id}/activate`, { versionId });
	const { status, triggers } = await waitFor(
		async () => {
			const found = await session.get<PublicationStatus>(`/workflows/${id}/publication-status`);
			return found.status === 'in_progress' || found.status === 'not_published' ? undefined : found;
		},
		{ for: `the workflow "${name}" to go live` },
	);
	if (status === 'published') return;
	const reasons = triggers.map((trigger) => trigger.errorMessage).filter(Boolean);
	throw new Error(`"${name}" did not go live: ${reasons.join('; ')}`);
}

/** Takes a workflow off again. */
export async function unpublishWorkflow(session: N8nSession, id: string): Promise<void> {
	await session.post(`/workflows/${id}/deactivate`);
}
