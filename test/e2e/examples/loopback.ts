/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import type { AddressInfo } from 'node:net';

/** A service that only programs on this machine reach. */
export interface LoopbackService {
	/** Its address without a slash at the end. */
	url: string;
	stop(): Promise<void>;
}

/** Serves an app on loopback, on a port that is free. */
export async function serveOnLoopback(app: Hono): Promise<LoopbackService> {
	return await new Promise((resolve) => {
		const server = serve(
			{ fetch: app.fetch, port: 0, hostname: '127.0.0.1' },
			({ port }: AddressInfo) =>
				resolve({
					url: `http://127.0.0.1:${port}`,
					stop: async () => {
						await new Promise((stopped) => server.close(stopped));
					},
				}),
		);
	});
}
