/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console -- a command that prints what it finds */
import { createSandbox } from '../sandbox';
import { Api } from './api';
import { findAll } from './fact';
import { FACTS } from './facts';
import { printed } from './print';

const env = process.env;

/**
 * `npm run test:contract`: looks at every fact and question. With TEAMVIEWER_ACCESS_TOKEN set it asks the live service,
 * reading only. TEAMVIEWER_WRITE=1 adds writes: sessions in a group of their own, and a group, a device group, a user
 * group and a role that are deleted again. TEAMVIEWER_SPEND=1 adds 301 calls of one function, to see a small licence's
 * limit. Without a token it asks the sandbox. Ends with 1 when a fact does not hold.
 */
async function main(): Promise<void> {
	const token = env.TEAMVIEWER_ACCESS_TOKEN;
	const sandbox = createSandbox();
	const api = token ? new Api(fetch, token) : new Api(sandbox.fetch, sandbox.credentials.userToken);
	const mayWrite = !token || env.TEAMVIEWER_WRITE === '1';
	const maySpend = !token || env.TEAMVIEWER_SPEND === '1';

	// Who cannot be reached at all is told once, not at every fact.
	await api.get('/ping');
	const findings = await findAll(
		api,
		FACTS.filter(({ writes, spends }) => (mayWrite || !writes) && (maySpend || !spends)),
	);
	console.log(
		token ? 'The live service:' : 'The sandbox (set TEAMVIEWER_ACCESS_TOKEN for the live service):',
	);
	console.log(`\n${printed(findings)}`);
	if (findings.some(({ outcome }) => outcome === 'differs')) process.exitCode = 1;
}

main().catch((error: Error) => {
	console.error(`TeamViewer could not be asked: ${String(error.cause ?? error.message)}`);
	process.exitCode = 1;
});
