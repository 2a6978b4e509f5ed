/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a process of its own, on a developer's machine */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { API_HOST, createSandbox } from '../../sandbox';
import { certificateFor } from './certificate';
import { manyReports, ReportList } from './ReportList';
import { startTlsProxy } from './tlsProxy';
import type { ServerReady, ServerSettings } from './index';

const API = `https://${API_HOST}`;
const LIST = '/api/v1/reports/connections';

/** TeamViewer in a process of its own: the sandbox, and before it the list of reports as ready-made bytes. */
async function serve(): Promise<void> {
	const sandbox = createSandbox({ company: 'small' });
	const list = new ReportList(manyReports());
	const { scriptToken } = sandbox.credentials;
	let latencyMs = 0;

	const answer = async (request: IncomingMessage, response: ServerResponse) => {
		const url = new URL(request.url ?? '', API);
		const isList = url.pathname === LIST && request.method === 'GET';
		const isAllowed = request.headers.authorization === `Bearer ${scriptToken}`;
		if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs));
		if (isList && isAllowed) sendPage(response, list.page(url.searchParams));
		else await passOn(await ask(request, url), response);
	};
	const ask = async (request: IncomingMessage, url: URL) =>
		await sandbox.fetch(
			new Request(url, {
				method: request.method,
				headers: request.headers as Record<string, string>,
				...(request.method === 'GET' ? {} : { body: await text(request) }),
			}),
		);

	const certificate = await certificateFor(API_HOST);
	const proxy = await startTlsProxy(API_HOST, certificate, (request, response) => {
		answer(request, response).catch((error: unknown) => {
			response.writeHead(500).end(String(error));
		});
	});
	process.on('message', (settings: ServerSettings) => {
		latencyMs = settings.latencyMs;
		list.size = settings.reports;
		sandbox.clearRequests();
		process.send?.({});
	});
	process.on('disconnect', () => proxy.close());
	process.send?.({
		proxyUrl: proxy.url,
		ca: certificate.ca,
		token: scriptToken,
		groupId: sandbox.company.groups[0]?.id ?? '',
	} satisfies ServerReady);
}

function sendPage(response: ServerResponse, pieces: Buffer[]): void {
	const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
	response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': length });
	for (const piece of pieces) response.write(piece);
	response.end();
}

async function passOn(answer: Response, response: ServerResponse): Promise<void> {
	const body = Buffer.from(await answer.arrayBuffer());
	response.writeHead(answer.status, {
		...Object.fromEntries(answer.headers),
		'Content-Length': body.length,
	});
	response.end(body);
}

void serve();
