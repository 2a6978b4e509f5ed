/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import path from 'node:path';
import { createSandbox } from '../sandbox';
import { createCredential, type SavedCredential } from '../n8n/credentials';
import { N8nProcess } from '../n8n/n8nProcess';
import { N8nSession } from '../n8n/n8nSession';
import type { PackedPackage } from '../n8n/packedPackage';
import { ARTIFACTS } from '../n8n/paths';
import { ensureRuntime, type Runtime, type Say } from '../n8n/runtime';
import { DEMO_OWNER, startSandboxedN8n } from '../n8n/sandboxedN8n';
import { PLAIN_LOOP } from './plainLoop';
import { startServer, type BenchServer } from './server';

/** Where everything is measured: a real n8n with this package installed, and a TeamViewer that is no bottleneck. */
export interface Stage {
	n8n: N8nProcess;
	session: N8nSession;
	server: BenchServer;
	runtime: Runtime;
	/** The script token, for each of the two nodes in the credential that its user would make. */
	credentials: { teamViewer: SavedCredential; bearer: SavedCredential };
	packed: PackedPackage;
	/** Where n8n unpacked the package. */
	installed: string;
	/** n8n's folder. */
	userFolder: string;
	stop(): Promise<void>;
}

/** Sets the stage; build the package first. */
export async function setStage(say: Say): Promise<Stage> {
	const runtime = await ensureRuntime(say);
	const userFolder = path.join(ARTIFACTS, 'bench', 'n8n');
	const { packed, stop } = await startSandboxedN8n({
		runtime,
		userFolder,
		sandbox: createSandbox({ company: 'empty' }),
		say,
	});
	// Installing needs the proxy that plays npm's registry, measuring one that costs nothing.
	await stop();

	say('Starting TeamViewer with 100,000 connection reports …');
	const server = await startServer();
	say('Starting n8n …');
	const n8n = await N8nProcess.start({ runtime, userFolder, proxy: server.proxy, env: PLAIN_LOOP });
	const session = await N8nSession.signIn(n8n.url, DEMO_OWNER);
	const credentials = {
		teamViewer: await createCredential(session, {
			name: 'TeamViewer',
			type: 'teamViewerApi',
			data: { accessToken: server.token },
		}),
		bearer: await createCredential(session, {
			name: 'Bearer',
			type: 'httpBearerAuth',
			data: { token: server.token },
		}),
	};
	return {
		n8n,
		session,
		server,
		runtime,
		credentials,
		packed,
		installed: path.join(userFolder, '.n8n', 'nodes', 'node_modules', packed.manifest.name),
		userFolder,
		stop: async () => {
			await n8n.stop();
			await server.stop();
		},
	};
}
