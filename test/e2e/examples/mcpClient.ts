/** A tool as an MCP server lists it. */
export interface McpTool {
	name: string;
	description: string;
	inputSchema: { properties?: Record<string, object>; required?: string[] };
}

interface Answer<Result> {
	result?: Result;
	error?: { message: string };
}

/** An assistant as an MCP server sees it: speaks JSON-RPC over Streamable HTTP. */
export class McpClient {
	private session: string | undefined;
	private lastId = 0;

	private constructor(
		private readonly url: string,
		private readonly token: string,
	) {}

	/** Connects as the protocol wants it. @throws with the server's words where it lets nobody in */
	static async connect(url: string, token: string): Promise<McpClient> {
		const client = new McpClient(url, token);
		await client.ask('initialize', {
			protocolVersion: '2025-06-18',
			capabilities: {},
			clientInfo: { name: 'an assistant', version: '1' },
		});
		await client.send({ method: 'notifications/initialized' });
		return client;
	}

	async tools(): Promise<McpTool[]> {
		return (await this.ask<{ tools: McpTool[] }>('tools/list', {})).tools;
	}

	/** Calls a tool. @returns the text that a model would read */
	async call(name: string, args: object = {}): Promise<string> {
		const { content } = await this.ask<{ content: Array<{ text: string }> }>('tools/call', {
			name,
			arguments: args,
		});
		return content.map(({ text }) => text).join('\n');
	}

	private async ask<Result>(method: string, params: object): Promise<Result> {
		this.lastId += 1;
		const response = await this.send({ id: this.lastId, method, params });
		const { result, error } = readAnswer<Result>(await response.text());
		if (result === undefined) throw new Error(`${method}: ${error?.message ?? 'no answer'}`);
		return result;
	}

	private async send(message: object): Promise<Response> {
		const response = await fetch(this.url, {
			method: 'POST',
			headers: {
				authorization: `Bearer ${this.token}`,
				accept: 'application/json, text/event-stream',
				'content-type': 'application/json',
				connection: 'close',
				...(this.session !== undefined && { 'mcp-session-id': this.session }),
			},
			body: JSON.stringify({ jsonrpc: '2.0', ...message }),
		});
		if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
		this.session = response.headers.get('mcp-session-id') ?? this.session;
		return response;
	}
}

/** The server answers in JSON, or in one event of a stream. */
function readAnswer<Result>(text: string): Answer<Result> {
	const event = text.split('\n').find((line) => line.startsWith('data: '));
	return JSON.parse(event?.slice('data: '.length) ?? text);
}
