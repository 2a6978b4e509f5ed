/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Sandbox } from '../sandbox';
import { installCommunityPackage } from './communityPackage';
import { createCredential, type SavedCredential } from './credentials';
import { N8nProcess, type N8nOptions } from './n8nProcess';
import { N8nSession, type Owner } from './n8nSession';
import { npmRegistryFor } from './npmRegistry';
import { connectOAuth2 } from './oauth2Connect';
import { packPackage, type PackedPackage } from './packedPackage';
import { ROOT } from './paths';
import { startInterceptingProxy, type InterceptingProxy } from './proxy';
import { teamViewerSite } from './teamViewerSite';

/** The owner of an n8n that lives on this machine only; the password is no secret. */
export const DEMO_OWNER: Owner = {
	email: 'demo@example.com',
	password: 'Sandbox-2026',
	firstName: 'Demo',
	lastName: 'Owner',
};

/** The credentials' names, which the example workflows ask for. */
export const OAUTH2_CREDENTIAL = 'TeamViewer account';
export const SCRIPT_TOKEN_CREDENTIAL = 'TeamViewer script token';

export interface SandboxedN8nOptions extends Pick<
	N8nOptions,
	'runtime' | 'userFolder' | 'port' | 'env'
> {
	/** The TeamViewer that n8n sees under TeamViewer's real host names. */
	sandbox: Sandbox;
	/** Told what is being done, one line each, without a line break. */
	say?: (line: string) => void;
}

/** A real n8n with this package installed as its users install it, and TeamViewer played by a sandbox. */
export interface SandboxedN8n {
	n8n: N8nProcess;
	/** The owner, signed in. */
	session: N8nSession;
	sandbox: Sandbox;
	proxy: InterceptingProxy;
	/** What was installed. */
	packed: PackedPackage;
	/** Ends n8n and the proxy; the data stays in the user folder. */
	stop(): Promise<void>;
}

/**
 * Starts a new n8n: packs this package (build it first), starts the proxy and n8n on an empty user folder,
 * makes the owner `DEMO_OWNER` and installs the package from the proxy's npm registry.
 */
export async function startSandboxedN8n(options: SandboxedN8nOptions): Promise<SandboxedN8n> {
	const { runtime, userFolder, port, env, sandbox, say = () => {} } = options;
	await rm(userFolder, { recursive: true, force: true });

	say('Packing this package as it would be published …');
	const packed = await packPackage(ROOT, path.join(userFolder, 'package'));

	const started: Array<{ stop(): Promise<void> }> = [];
	const stop = async () => {
		for (const part of started.splice(0).reverse()) await part.stop();
	};
	let isReady = false;
	try {
		const proxy = await startInterceptingProxy([teamViewerSite(sandbox), npmRegistryFor(packed)]);
		started.push(proxy);
		say('Starting n8n …');
		const n8n = await N8nProcess.start({ runtime, userFolder, proxy, port, env });
		started.push(n8n);
		sandbox.credentials.redirectUris.push(`${n8n.url}/rest/oauth2-credential/callback`);
		const session = await N8nSession.setUpOwner(n8n.url, DEMO_OWNER);
		say(`Installing ${packed.fileName} as a community package …`);
		await installCommunityPackage(session, packed.manifest.name);
		isReady = true;
		return { n8n, session, sandbox, proxy, packed, stop };
	} finally {
		if (!isReady) await stop();
	}
}

/** Makes the OAuth2 credential, not yet connected. */
export async function createOAuth2Credential({
	session,
	sandbox,
}: SandboxedN8n): Promise<SavedCredential> {
	const { clientId, clientSecret } = sandbox.credentials;
	return await createCredential(session, {
		name: OAUTH2_CREDENTIAL,
		type: 'teamViewerOAuth2Api',
		data: { clientId, clientSecret },
	});
}

/** Makes both kinds of credential; the OAuth2 one is connected by way of the consent page. */
export async function createCredentials(stage: SandboxedN8n): Promise<SavedCredential[]> {
	const oAuth2 = await createOAuth2Credential(stage);
	await connectOAuth2(stage.session, oAuth2, stage.proxy);
	const scriptToken = await createCredential(stage.session, {
		name: SCRIPT_TOKEN_CREDENTIAL,
		type: 'teamViewerApi',
		data: { accessToken: stage.sandbox.credentials.scriptToken },
	});
	return [oAuth2, scriptToken];
}
