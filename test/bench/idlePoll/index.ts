/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import path from 'node:path';
import { startWorker } from '../worker';

/** What polling for connection reports costs at 100 reports a day. */
export interface PollCosts {
	polls: number;
	/** How many reports the polls found. */
	emitted: number;
	/** The most requests of one poll. */
	mostRequests: number;
	/** Bytes of TeamViewer's answers, on average. */
	bytesPerPoll: number;
}

/** Polls once a minute, for so many minutes of a simulated day. */
export async function measurePolling(minutes: number): Promise<PollCosts> {
	const worker = await startWorker(path.join(__dirname, 'process.ts'));
	try {
		return await worker.ask<PollCosts>({ minutes });
	} finally {
		worker.stop();
	}
}
