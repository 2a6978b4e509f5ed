/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a process of its own, on a developer's machine */
import './typeScriptFirst';
import '../../harness/engine.setup';
import type { IDataObject } from 'n8n-workflow';
import { runPoll, tokenCredential } from '../../harness/engine';
import { interceptTeamViewer } from '../../harness/teamviewer';
import { createSandbox } from '../../sandbox';
import type { PollCosts } from './index';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const REPORTS_A_DAY = 100;

/** Polls once a minute through a day, by a clock of its own, with connections that end all day long. */
async function pollThroughADay(minutes: number): Promise<PollCosts> {
	let clock = Date.now();
	Date.now = () => clock;
	const end = clock + minutes * MINUTE_MS;
	const from = clock - 30 * DAY_MS;
	const sandbox = createSandbox({ company: 'empty', now: Date.now });
	sandbox.addReports(Math.round(((end - from) / DAY_MS) * REPORTS_A_DAY), { from, to: end });
	interceptTeamViewer(sandbox);

	const staticData: IDataObject = {};
	const credential = tokenCredential(sandbox.credentials.scriptToken);
	const parameters = { triggerOn: 'connectionReportCreated' };
	let polls = 0;
	let mostRequests = 0;
	let bytes = 0;
	let emitted = 0;
	for (; clock <= end; clock += MINUTE_MS) {
		sandbox.clearRequests();
		emitted += (await runPoll({ credential, parameters, staticData }))?.length ?? 0;
		polls += 1;
		mostRequests = Math.max(mostRequests, sandbox.requests.length);
		for (const request of sandbox.requests) bytes += request.bytes;
	}
	return { polls, emitted, mostRequests, bytesPerPoll: bytes / polls };
}

process.on('message', ({ minutes }: { minutes: number }) => {
	pollThroughADay(minutes).then(
		(costs) => process.send?.(costs),
		(error: unknown) => {
			process.stderr.write(`${String(error)}\n`);
			process.exit(1);
		},
	);
});
process.send?.({});
