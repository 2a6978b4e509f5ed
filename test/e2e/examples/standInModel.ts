import { Hono } from 'hono';
import { serveOnLoopback, type LoopbackService } from './loopback';

/** A tool as an OpenAI-compatible model is offered it. */
interface OfferedTool {
	function: { name: string; description: string; parameters: { properties: object } };
}

/** What the model does when a person asks. */
export interface ModelCall {
	/** What the person says. */
	asked: RegExp;
	/** The tool, found by its name. */
	tool: RegExp;
	arguments: object;
}

interface Message {
	role: 'system' | 'user' | 'assistant' | 'tool';
	content: string;
}

/** What an agent sends to its model. */
export interface ModelRequest {
	messages: Message[];
	tools?: OfferedTool[];
}

/** A language model that does as it is told, in place of one that needs a key. */
export interface StandInModel extends LoopbackService {
	/** Its address for the "Base URL" of an OpenAI credential. */
	url: string;
	/** Everything that it was asked, in order. */
	requests: ModelRequest[];
}

/**
 * Serves OpenAI's chat completions (`POST /v1/chat/completions`) on loopback. To a person's message it answers with one
 * call of a tool, to the tool's result with a sentence that repeats it.
 *
 * @param calls which tool, with which arguments, by what was asked
 */
export async function startStandInModel(calls: ModelCall[]): Promise<StandInModel> {
	const requests: ModelRequest[] = [];
	const app = new Hono();
	app.post('/v1/chat/completions', async (context) => {
		const request = await context.req.json<ModelRequest>();
		requests.push(request);
		const result = request.messages.at(-1);
		const message =
			result?.role === 'tool'
				? { role: 'assistant', content: `TeamViewer says: ${result.content}` }
				: { role: 'assistant', content: null, tool_calls: [toolCall(request, calls)] };
		return context.json({
			id: 'chatcmpl-1',
			object: 'chat.completion',
			created: 0,
			model: 'stand-in',
			choices: [
				{ index: 0, message, finish_reason: result?.role === 'tool' ? 'stop' : 'tool_calls' },
			],
			usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
		});
	});
	const { url, stop } = await serveOnLoopback(app);
	return { url: `${url}/v1`, requests, stop };
}

function toolCall(request: ModelRequest, calls: ModelCall[]): object {
	const asked = request.messages.at(-1)?.content ?? '';
	const call = calls.find((each) => each.asked.test(asked));
	if (call === undefined)
		throw new Error(`The model was not told what to do when asked "${asked}"`);
	return {
		id: `call_${request.messages.length}`,
		type: 'function',
		function: {
			name: toolName(request, call.tool),
			arguments: JSON.stringify(call.arguments),
		},
	};
}

function toolName({ tools = [] }: ModelRequest, wanted: RegExp): string {
	const names = tools.map((tool) => tool.function.name);
	const name = names.find((candidate) => wanted.test(candidate));
	if (name === undefined)
		throw new Error(`The agent offers no tool ${wanted}: ${names.join(', ')}`);
	return name;
}
