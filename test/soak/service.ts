/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { N8nProcess } from '../n8n/n8nProcess';

/** After so many failures in a row nobody would go on trying. */
const MOST_FAILURES = 5;

/**
 * n8n as what keeps services running (systemd, Docker, Kubernetes) treats it: when it ends by itself, it is started again.
 * n8n 2.41 does end by itself now and then, soon after a start that follows a kill: its recovery stumbles over an
 * execution that was saved and never started.
 */
export class Service {
	/** How often n8n ended by itself. */
	failures = 0;
	private isWanted = true;
	private failuresInARow = 0;
	/** Settles when nobody starts n8n any more. */
	private starting: Promise<void> = Promise.resolve();

	constructor(
		readonly n8n: N8nProcess,
		private readonly userFolder: string,
	) {
		this.watch();
	}

	/** Ends n8n without any warning. */
	async kill(): Promise<void> {
		this.isWanted = false;
		await this.n8n.kill();
		await this.starting;
	}

	/** Shuts n8n down. */
	async stop(): Promise<void> {
		this.isWanted = false;
		await this.n8n.stop();
		await this.starting;
	}

	/** Starts n8n again as it was left. */
	async revive(): Promise<void> {
		// By this file n8n sees that it crashed; all that follows is that it waits ten seconds.
		await rm(path.join(this.userFolder, '.n8n', 'crash.journal'), { force: true });
		this.isWanted = true;
		this.failuresInARow = 0;
		this.starting = this.start();
		await this.starting;
	}

	private async start(): Promise<void> {
		try {
			await this.n8n.restart();
		} catch (error) {
			if (!this.isWanted) return;
			await this.startAfterFailure(error);
			return;
		}
		this.watch();
	}

	private watch(): void {
		void this.n8n.whenEnded().then(() => {
			if (!this.isWanted) return;
			this.starting = this.startAfterFailure(new Error('n8n ends again and again'));
		});
	}

	private async startAfterFailure(reason: unknown): Promise<void> {
		this.failures += 1;
		this.failuresInARow += 1;
		if (this.failuresInARow > MOST_FAILURES) throw reason;
		await this.start();
	}
}
