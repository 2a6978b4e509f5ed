/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a server on this machine, for demos and tests */
import type { AddressInfo } from 'node:net';
import { serve, type HttpBindings, type ServerType } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { controlApp } from './control';
import { isDropped, TEAMVIEWER_HOSTS, type Sandbox } from './index';

/** A sandbox that can be reached over the network of this machine. */
export interface SandboxServer {
	/** `http://127.0.0.1:<port>`: the control page there; TeamViewer for who names it as host. */
	url: string;
	close(): Promise<void>;
}

/**
 * Serves the sandbox on 127.0.0.1, at a free port unless one is named. A request whose `X-Forwarded-Host` or `Host` is
 * one of TeamViewer's two hosts goes there, as an intercepting proxy sends it; every other one reaches the control page.
 */
export async function serveSandbox(sandbox: Sandbox, port = 0): Promise<SandboxServer> {
	const control = controlApp(sandbox);
	const answer = async (request: Request, { incoming }: HttpBindings): Promise<Response> => {
		const host = teamViewerHost(request);
		if (host === undefined) return control.fetch(request);
		const { pathname, search } = new URL(request.url);
		const response = await sandbox.fetch(
			new Request(`https://${host}${pathname}${search}`, {
				method: request.method,
				headers: request.headers,
				...(['GET', 'HEAD'].includes(request.method) ? {} : { body: await request.arrayBuffer() }),
			}),
		);
		if (!isDropped(response)) return response;
		incoming.socket.resetAndDestroy();
		return RESPONSE_ALREADY_SENT;
	};
	return await new Promise<SandboxServer>((resolve, reject) => {
		const server: ServerType = serve(
			{
				fetch: async (request, bindings) => await answer(request, bindings as HttpBindings),
				hostname: '127.0.0.1',
				port,
				overrideGlobalObjects: false,
			},
			(address: AddressInfo) => {
				resolve({ url: `http://127.0.0.1:${address.port}`, close: async () => await stop(server) });
			},
		);
		server.on('error', reject);
	});
}

function teamViewerHost(request: Request): string | undefined {
	const named = request.headers.get('X-Forwarded-Host') ?? request.headers.get('Host') ?? '';
	const host = named.toLowerCase().replace(/:\d+$/, '');
	return TEAMVIEWER_HOSTS.find((known) => known === host);
}

/** Closes connections that clients keep open too, or closing would wait for them. */
async function stop(server: ServerType): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		server.close((error) => {
			if (error === undefined) resolve();
			else reject(error);
		});
		if ('closeAllConnections' in server) server.closeAllConnections();
	});
}
