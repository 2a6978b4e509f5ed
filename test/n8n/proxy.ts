/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
	generateCACertificate,
	generateSPKIFingerprint,
	getLocal,
	type CompletedRequest,
	type requestSteps,
} from 'mockttp';
import { ARTIFACTS } from './paths';

/** A site of the internet, played on this machine. */
export interface Site {
	/** Whether this site answers for the address. */
	owns(url: URL): boolean;
	/** Its answer. A response header `x-sandbox-fault: drop` resets the connection instead of answering. */
	answer(request: Request): Promise<Response>;
}

/** A proxy on loopback that answers for the sites it was given and refuses everything else. */
export interface InterceptingProxy {
	/** For `HTTPS_PROXY`, `--proxy-server` and the like. */
	url: string;
	/** The certificate (PEM) of the authority that signs for every site; for `NODE_EXTRA_CA_CERTS`. */
	caFile: string;
	/** The same authority for Chromium's `--ignore-certificate-errors-spki-list`. */
	caFingerprint: string;
	/** The addresses that were asked for and belong to no site, in order. */
	refused: string[];
	stop(): Promise<void>;
}

type ProxyAnswer = requestSteps.CallbackResponseResult;

/**
 * Starts the proxy, with a certificate authority made for this one run: its key exists in memory only, its
 * certificate in a folder that `stop` removes.
 */
export async function startInterceptingProxy(sites: Site[]): Promise<InterceptingProxy> {
	const ca = await generateCACertificate({
		subject: { commonName: 'n8n-nodes-teamviewer sandbox', organizationName: 'For tests only' },
	});
	await mkdir(ARTIFACTS, { recursive: true });
	const folder = await mkdtemp(path.join(ARTIFACTS, 'ca-'));
	const caFile = path.join(folder, 'ca.pem');
	await writeFile(caFile, ca.cert);

	const refused: string[] = [];
	const server = getLocal({ https: ca, http2: 'fallback', recordTraffic: false });
	await server.start(0);
	await server.forAnyRequest().thenCallback(async (request) => {
		// The server underneath listens on every interface of the machine.
		if (!isLoopback(request.remoteIpAddress)) return 'reset';
		const url = new URL(request.url);
		const site = sites.find((candidate) => candidate.owns(url));
		if (site !== undefined) return await toProxyAnswer(await site.answer(await toRequest(request)));
		refused.push(request.url);
		return {
			statusCode: 403,
			headers: { 'content-type': 'text/plain' },
			body: `${url.host} is not reachable from here: this n8n sees the TeamViewer sandbox only.\n`,
		};
	});

	return {
		url: `http://127.0.0.1:${server.port}`,
		caFile,
		caFingerprint: await generateSPKIFingerprint(ca.cert),
		refused,
		stop: async () => {
			await server.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

const isLoopback = (address: string | undefined) =>
	address !== undefined && /^(::1|(::ffff:)?127\.)/.test(address);

async function toRequest(request: CompletedRequest): Promise<Request> {
	const headers = new Headers();
	for (const [name, value] of request.rawHeaders) {
		if (!name.startsWith(':')) headers.append(name, value);
	}
	const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
	return new Request(request.url, {
		method: request.method,
		headers,
		body: hasBody ? new Uint8Array((await request.body.getDecodedBuffer()) ?? []) : undefined,
	});
}

async function toProxyAnswer(response: Response): Promise<ProxyAnswer> {
	if (response.headers.get('x-sandbox-fault') === 'drop') return 'reset';
	const headers: Record<string, string | string[]> = Object.fromEntries(response.headers);
	const cookies = response.headers.getSetCookie();
	if (cookies.length > 0) headers['set-cookie'] = cookies;
	return {
		statusCode: response.status,
		headers,
		rawBody: Buffer.from(await response.arrayBuffer()),
	};
}
