/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { N8nProcess } from '../n8n/n8nProcess';
import { pause, waitFor } from '../n8n/waiting';
import type { RecordedRequest, Sandbox } from '../sandbox';
import type { Random } from '../sandbox/random';

/** How a moment to die was chosen. */
export type Moment = 'any time' | 'right after a poll';

/**
 * Kills n8n. Every other time it dies at any time; the other times within a tenth of a second after TeamViewer
 * answered a poll, when n8n saves the trigger's state and starts the execution: the narrowest place there is.
 */
export async function killAtSomeMoment(
	n8n: N8nProcess,
	sandbox: Sandbox,
	random: Random,
	moment: Moment,
): Promise<void> {
	await pause(random.whole(1_000, 12_000));
	if (moment === 'right after a poll') {
		const before = answeredPolls(sandbox);
		await waitFor(() => (answeredPolls(sandbox) > before ? true : undefined), {
			for: 'a poll',
			timeoutMs: 120_000,
			everyMs: 1,
		});
		await pause(random.whole(0, 100));
	}
	await n8n.kill();
}

/** Starts n8n again as it was left. */
export async function revive(n8n: N8nProcess, userFolder: string): Promise<void> {
	// By this file n8n sees that it crashed; all that follows is that it waits ten seconds.
	await rm(path.join(userFolder, '.n8n', 'crash.journal'), { force: true });
	await n8n.restart();
}

/** How many polls TeamViewer has answered so far. */
export function answeredPolls(sandbox: Sandbox): number {
	return sandbox.requests.filter(isAnsweredPoll).length;
}

/** Whether a request is a poll that TeamViewer has answered. */
export function isAnsweredPoll({ method, path: asked, status }: RecordedRequest): boolean {
	return method === 'GET' && asked.endsWith('/reports/connections') && status === 200;
}
