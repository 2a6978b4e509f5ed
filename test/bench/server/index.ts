/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startWorker } from '../worker';

/** What the server tells when it is up. */
export interface ServerReady {
	proxyUrl: string;
	/** The certificate of its authority, PEM. */
	ca: string;
	/** A script token with every permission. */
	token: string;
	/** A group that sessions can be created in. */
	groupId: string;
}

/** What can be changed between two measurements. */
export interface ServerSettings {
	/** How many reports there are. */
	reports: number;
	/** How long every answer takes at least. */
	latencyMs: number;
}

/** TeamViewer, behind a proxy, in a process of its own. */
export interface BenchServer extends Omit<ServerReady, 'proxyUrl' | 'ca'> {
	/** The way to it, as n8n's settings name it. */
	proxy: { url: string; caFile: string };
	set(settings: ServerSettings): Promise<void>;
	stop(): Promise<void>;
}

/** Starts TeamViewer in a process of its own, so that it takes no time from what is measured. */
export async function startServer(): Promise<BenchServer> {
	const worker = await startWorker<ServerReady>(path.join(__dirname, 'process.ts'));
	const { proxyUrl, ca, token, groupId } = worker.ready;
	const folder = await mkdtemp(path.join(os.tmpdir(), 'n8n-nodes-teamviewer-bench-'));
	const caFile = path.join(folder, 'ca.pem');
	await writeFile(caFile, ca);
	return {
		proxy: { url: proxyUrl, caFile },
		token,
		groupId,
		set: async (settings) => void (await worker.ask(settings)),
		stop: async () => {
			worker.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}
