import { pause, waitFor } from '../n8n/waiting';
import type { RecordedRequest, Sandbox } from '../sandbox';
import type { Random } from '../sandbox/random';
import { LONGEST_CONNECTION } from './ReportStream';
import type { Service } from './service';

/** How a moment to die was chosen. */
export type Moment = 'any time' | 'right after a poll';

/**
 * Kills n8n. Every other time it dies at any time; the other times within a tenth of a second after TeamViewer
 * answered a poll, when n8n saves the trigger's state and starts the execution: the narrowest place there is.
 */
export async function killAtSomeMoment(
	n8n: Service,
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

/** How many polls TeamViewer has answered so far. */
export function answeredPolls(sandbox: Sandbox): number {
	return sandbox.requests.filter(isAnsweredPoll).length;
}

/** Whether a request is a poll that TeamViewer has answered. */
export function isAnsweredPoll({ method, path: asked, status }: RecordedRequest): boolean {
	return method === 'GET' && asked.endsWith('/reports/connections') && status === 200;
}

/** Whether a poll asks for connections of any length: the longest ones of the soak are among them. */
export function isFullScan({ at, query }: RecordedRequest): boolean {
	return Date.parse(query.from_date ?? '') < at - LONGEST_CONNECTION;
}
