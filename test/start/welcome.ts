/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import path from 'node:path';
import { ARTIFACTS } from '../n8n/paths';
import { DEMO_OWNER, OAUTH2_CREDENTIAL, SCRIPT_TOKEN_CREDENTIAL } from '../n8n/sandboxedN8n';
import type { SandboxCredentials } from '../sandbox';
import { browserCommand, type System } from './browser';

/** Where everything is. */
export interface Addresses {
	/** n8n's own address. */
	n8n: string;
	proxy: { url: string; caFingerprint: string };
	/** The sandbox's control page. */
	controlPage: string;
	credentials: Pick<SandboxCredentials, 'clientId' | 'clientSecret' | 'scriptToken'>;
	/** Names of the workflows that run by themselves. */
	published: string[];
}

/** What the demo says once it is up: where to go, what is there already, and what to try. */
export function welcome(addresses: Addresses, system: System): string {
	const { n8n, proxy, controlPage, credentials, published } = addresses;
	const profile = path.join(ARTIFACTS, 'demo', 'browser');
	const shell = system.platform === 'win32' ? ' (in PowerShell, with & before it)' : '';
	return `
Open n8n           ${n8n}/home/workflows
  sign in with     ${DEMO_OWNER.email}
  password         ${DEMO_OWNER.password}
  there already    two credentials, "${OAUTH2_CREDENTIAL}" (OAuth2, connected) and "${SCRIPT_TOKEN_CREDENTIAL}",
                   and all examples; the AI agent's model needs a key of yours
  published        ${published.map((name) => `"${name}"`).join(', ')}; publish the others as you like
The sandbox        ${controlPage}
  add a connection report there: within a minute it is a row of the data table "TeamViewer connections"
  as JSON          curl ${controlPage}/sandbox lists all calls
Its credentials    they open nothing but this sandbox, for as long as it runs
  client ID        ${credentials.clientId}
  client secret    ${credentials.clientSecret}
  script token     ${credentials.scriptToken}

To follow the README's "Connect" yourself: a credential with the script token works in any browser. For OAuth2, open n8n
in a Chrome or Chromium that sees the sandbox as TeamViewer${shell}:
  ${browserCommand({ profile, proxy, url: `${n8n}/home/credentials` }, system)}

Ctrl-C stops everything. The next start begins with fresh data: download the workflows that you want to keep.`;
}
