/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { open } from 'node:fs/promises';
import path from 'node:path';
import { waitFor } from '../n8n/waiting';

/** A line of n8n's event log, as far as it is of use here. */
interface Event {
	eventName: string;
	/** ISO 8601, to the millisecond. */
	ts: string;
	payload?: { executionId?: string; nodeName?: string; errorMessage?: string };
}

/** When a node started and ended, in milliseconds. */
export interface NodeTime {
	node: string;
	started: number;
	finished: number;
}

/**
 * n8n's own record of when each node starts and ends. It takes the same moments as the execution data does, but is there
 * without saving that data, which costs more than the nodes do once there are 100,000 items.
 */
export class EventLog {
	private readonly file: string;
	private position = 0;
	private tail = '';
	private readonly events: Event[] = [];

	/** @param userFolder n8n's; its event log begins anew with every start of n8n */
	constructor(userFolder: string) {
		this.file = path.join(userFolder, '.n8n', 'n8nEventLog.log');
	}

	/** Waits for the end of an execution. @throws when it fails */
	async nodeTimes(executionId: string): Promise<NodeTime[]> {
		await waitFor(async () => await this.outcome(executionId), {
			for: `execution ${executionId} to end`,
			timeoutMs: 300_000,
			everyMs: 50,
		});
		const times: NodeTime[] = [];
		for (const { eventName, ts, payload } of this.of(executionId)) {
			const moment = Date.parse(ts);
			const node = payload?.nodeName ?? '';
			if (eventName === 'n8n.node.started') times.push({ node, started: moment, finished: NaN });
			const last = times.at(-1);
			if (eventName === 'n8n.node.finished' && last?.node === node) last.finished = moment;
		}
		return times;
	}

	private async outcome(executionId: string): Promise<'success' | undefined> {
		await this.readOn();
		const names = this.of(executionId).map(({ eventName }) => eventName);
		if (names.includes('n8n.workflow.failed')) throw new Error(`Execution ${executionId} failed`);
		return names.includes('n8n.workflow.success') ? 'success' : undefined;
	}

	private of(executionId: string): Event[] {
		return this.events.filter(({ payload }) => payload?.executionId === executionId);
	}

	/** Reads what was written since it was read last. */
	private async readOn(): Promise<void> {
		const file = await open(this.file).catch(() => undefined);
		if (file === undefined) return;
		try {
			const { size } = await file.stat();
			const bytes = Buffer.alloc(Math.max(0, size - this.position));
			const { bytesRead } = await file.read(bytes, 0, bytes.length, this.position);
			this.position += bytesRead;
			const lines = (this.tail + bytes.toString('utf8', 0, bytesRead)).split('\n');
			this.tail = lines.pop() ?? '';
			this.events.push(...lines.filter(Boolean).map((line) => JSON.parse(line) as Event));
		} finally {
			await file.close();
		}
	}
}
