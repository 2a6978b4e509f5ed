/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import WebSocket from 'ws';
import { readExecution, waitForExecution, type Execution } from '../../n8n/executions';
import type { N8nSession } from '../../n8n/n8nSession';
import { waitFor } from '../../n8n/waiting';
import type { SavedWorkflow } from '../../n8n/workflows';

/** What n8n sends when it asks a person to decide. */
interface Question {
	text: string;
	buttons: Array<{ text: string; link: string }>;
}

/** What was said in a chat, and the run that it started. */
export interface ChatResult {
	/** The words of n8n, in order: answers, and what it asked for. */
	said: string[];
	execution: Execution;
}

/**
 * Says something in the editor's chat of a workflow, presses a button where n8n asks for one, and waits for the end of
 * the run that it starts.
 *
 * @param button the words on the button, for example "Approve"
 */
export async function chatWith(
	session: N8nSession,
	workflow: SavedWorkflow,
	chatInput: string,
	button?: string,
): Promise<ChatResult> {
	const trigger = workflow.nodes.find(({ type }) => type.endsWith('.chatTrigger'));
	if (trigger === undefined) throw new Error(`"${workflow.name}" has no chat`);
	const json = { action: 'sendMessage', sessionId: 'a-chat', chatInput };
	const { executionId } = await session.post<{ executionId: string }>(
		`/workflows/${workflow.id}/run`,
		{
			triggerToStartFrom: {
				name: trigger.name,
				data: {
					startTime: Date.now(),
					executionTime: 0,
					executionIndex: 0,
					executionStatus: 'success',
					source: [null],
					data: { main: [[{ json }]] },
				},
			},
			chatSessionId: json.sessionId,
		},
	);
	const said: string[] = [];
	const line = await openLine(session, executionId, json.sessionId, (message) => {
		const question = asQuestion(message);
		said.push(question?.text ?? message);
		const pressed = question?.buttons.find(({ text }) => text === button);
		if (pressed !== undefined) void press(pressed.link);
	});
	try {
		return { execution: await waitForExecution(session, executionId), said };
	} finally {
		line.close();
	}
}

/** Opens the line on which a run that waits says something to the editor's chat, and keeps it alive. */
async function openLine(
	session: N8nSession,
	executionId: string,
	sessionId: string,
	hear: (message: string) => void,
): Promise<WebSocket> {
	const token = await waitFor(
		async () => {
			// While it runs for the first time, nothing of it is saved.
			const { data } = (await readExecution(session, executionId)) as Partial<Execution>;
			return data === undefined ? undefined : (data.resumeToken ?? '');
		},
		{ for: 'the chat to be answered' },
	);
	const query = new URLSearchParams({ sessionId, executionId, token });
	const line = new WebSocket(`${session.url.replace(/^http/, 'ws')}/chat?${query}`);
	line.on('message', (raw: Buffer) => {
		const message = raw.toString('utf8');
		if (message === 'n8n|heartbeat') line.send('n8n|heartbeat-ack');
		else if (!message.startsWith('n8n|')) hear(message);
	});
	line.on('error', (error: Error) => hear(`The chat's line broke: ${error.message}`));
	return line;
}

/** As a browser does it: n8n takes no decision from what looks like a robot that follows links. */
async function press(link: string): Promise<void> {
	await fetch(link, {
		headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0' },
	});
}

function asQuestion(message: string): Question | undefined {
	if (!message.startsWith('{')) return undefined;
	const { text, buttons } = JSON.parse(message) as Partial<Question>;
	return text === undefined || buttons === undefined ? undefined : { text, buttons };
}
