import type { N8nProcess } from '../../n8n/n8nProcess';
import type { NewNode } from './swap';

/**
 * A webhook that takes fields in place of a form.
 *
 * @param answers with what: a node that says so, the items of the last node, or at once
 */
export function webhook(
	path: string,
	answers: 'responseNode' | 'lastNode' | 'onReceived',
): NewNode {
	const parameters = { httpMethod: 'POST', path, responseMode: answers, options: {} };
	return {
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2.1,
		webhookId: path,
		parameters: answers === 'lastNode' ? { ...parameters, responseData: 'allEntries' } : parameters,
	};
}

/** Answers a webhook with a text. */
export function webhookAnswer(name: string, text: string): NewNode {
	return {
		name,
		type: 'n8n-nodes-base.respondToWebhook',
		typeVersion: 1.5,
		parameters: { respondWith: 'text', responseBody: text, options: {} },
	};
}

/** Sends fields to a workflow's webhook, and gives what it answers. */
export async function sendTo({ url }: N8nProcess, path: string, fields: object): Promise<string> {
	const response = await fetch(`${url}/webhook/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', connection: 'close' },
		body: JSON.stringify(fields),
	});
	return await response.text();
}
