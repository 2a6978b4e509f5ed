/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console -- a command that prints what it finds */
import { createSandbox } from '../sandbox';
import { Api } from './api';
import { find, type Finding } from './fact';
import { FACTS } from './facts';
import { printed } from './print';

/**
 * `npm run test:contract`: looks at every fact and question, one after the other. With TEAMVIEWER_ACCESS_TOKEN set it asks
 * the live service, reading only; with TEAMVIEWER_WRITE=1 it also creates, changes and closes sessions in a group of its
 * own. Without a token it asks the sandbox. Ends with 1 when a fact does not hold.
 */
async function main(): Promise<void> {
	const token = process.env.TEAMVIEWER_ACCESS_TOKEN;
	const sandbox = createSandbox();
	const api = token ? new Api(fetch, token) : new Api(sandbox.fetch, sandbox.credentials.userToken);
	const mayWrite = !token || process.env.TEAMVIEWER_WRITE === '1';

	const findings: Finding[] = [];
	for (const entry of FACTS) {
		if (mayWrite || !entry.writes) findings.push(await find(api, entry));
	}
	console.log(
		token ? 'The live service:' : 'The sandbox (set TEAMVIEWER_ACCESS_TOKEN for the live service):',
	);
	console.log(printed(findings));
	if (findings.some(({ outcome }) => outcome === 'differs')) process.exitCode = 1;
}

main().catch((error: Error) => {
	console.error(`TeamViewer could not be asked: ${String(error.cause ?? error.message)}`);
	process.exitCode = 1;
});
