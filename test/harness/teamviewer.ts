import nock from 'nock';
import { isDropped, TEAMVIEWER_HOSTS, type Sandbox } from '../sandbox';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;

/**
 * Serves TeamViewer's two hosts from the sandbox, for everything in this process that uses Node's http, with the true
 * status, headers and bytes both ways; requests to any other host fail. A dropped connection arrives as ECONNRESET.
 * The function returned takes the bridge away again.
 */
export function interceptTeamViewer(sandbox: Sandbox): () => void {
	if (!nock.isActive()) nock.activate();
	nock.disableNetConnect();
	for (const host of TEAMVIEWER_HOSTS) {
		const scope = nock(`https://${host}`).persist();
		for (const method of METHODS) {
			scope.intercept(/.*/, method).reply(async function (path, body) {
				const response = await sandbox.fetch(
					new Request(`https://${host}${path}`, {
						method,
						headers: headersOf(this.req.headers),
						body: bodyOf(method, body),
						redirect: 'manual',
					}),
				);
				if (isDropped(response)) throw connectionReset(host);
				const bytes = Buffer.from(await response.arrayBuffer());
				return [response.status, bytes, Object.fromEntries(response.headers)];
			});
		}
	}
	return () => {
		nock.cleanAll();
		nock.enableNetConnect();
		// Node's http is one for all test files that jest runs in a process: leave it as it was.
		nock.restore();
	};
}

function headersOf(headers: Record<string, unknown>): Headers {
	const result = new Headers();
	for (const [name, value] of Object.entries(headers)) {
		for (const one of Array.isArray(value) ? value : [value]) result.append(name, String(one));
	}
	return result;
}

/** nock hands JSON over parsed and everything else as text. */
function bodyOf(method: string, body: unknown): string | undefined {
	if (method === 'GET' || method === 'HEAD' || body === '') return undefined;
	return typeof body === 'string' ? body : JSON.stringify(body);
}

function connectionReset(host: string): NodeJS.ErrnoException {
	return Object.assign(new Error(`read ECONNRESET (${host})`), { code: 'ECONNRESET', errno: -104 });
}
