/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { ServerCertificate } from './certificate';

export interface TlsProxy {
	/** For `HTTPS_PROXY`. */
	url: string;
	close(): void;
}

/**
 * A proxy on loopback that answers for one host itself: `CONNECT` is granted, and TLS ends right here. The same way in as
 * the tests' intercepting proxy, without what that one looks at, which would cost more than what is to be measured.
 */
export async function startTlsProxy(
	host: string,
	certificate: ServerCertificate,
	answer: http.RequestListener,
): Promise<TlsProxy> {
	const site = https.createServer({ ...certificate, keepAliveTimeout: 60_000 }, answer);
	const proxy = http.createServer((_, response) => response.writeHead(403).end());
	const sockets = new Set<Socket>();
	proxy.on('connect', (request: http.IncomingMessage, socket: Socket) => {
		if (request.url !== `${host}:443`) {
			socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
			return;
		}
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
		socket.setNoDelay(true);
		socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
		site.emit('connection', socket);
	});
	await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
	const { port } = proxy.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		close: () => {
			proxy.close();
			for (const socket of sockets) socket.destroy();
		},
	};
}
