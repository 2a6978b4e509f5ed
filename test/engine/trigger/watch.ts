import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { PollingProcess } from '../../../nodes/TeamViewer/trigger/engine/pollingProcess';
import { poll } from '../../../nodes/TeamViewer/trigger/poll';
import { runPoll, tokenCredential, type PollOptions } from '../../harness/engine';
import { interceptTeamViewer } from '../../harness/teamviewer';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** When these tests begin: a Sunday noon. */
export const NOON = Date.UTC(2026, 10, 22, 12);

/** Lets only the date stand still: what n8n and nock wait for goes on. */
export function stopClock(at: number = NOON): void {
	jest.useFakeTimers({
		now: at,
		doNotFake: [
			...(['hrtime', 'nextTick', 'performance', 'queueMicrotask'] as const),
			...(['setImmediate', 'clearImmediate', 'setInterval', 'clearInterval'] as const),
			...(['setTimeout', 'clearTimeout'] as const),
		],
	});
}

/** A moment as TeamViewer writes it. */
export function written(moment: number): string {
	return new Date(moment).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** The polls of one process. */
export function inOneProcess(): () => Partial<PollOptions> {
	const process = new PollingProcess();
	return () => ({ poll: async (context) => await poll(context, process) });
}

/** n8n dies a minute after it saved what a poll gave, and comes back. */
export function die(watch: Watch): void {
	watch.restart();
	watch.wait(MINUTE);
}

/** A trigger node in an n8n, and the TeamViewer that it watches. */
export class Watch {
	readonly sandbox: Sandbox;
	parameters: INodeParameters = {};
	staticData: IDataObject = {};
	globalStaticData: IDataObject = {};
	/** How much later it is after every answer of TeamViewer; milliseconds. */
	latency = 0;
	private readonly restore: () => void;
	private held?: () => Promise<void>;

	constructor(
		readonly event: string,
		options: SandboxOptions = {},
	) {
		this.sandbox = createSandbox({ company: 'empty', now: () => Date.now(), ...options });
		const { sandbox } = this;
		this.restore = interceptTeamViewer({
			...sandbox,
			fetch: async (request) => {
				const response = await sandbox.fetch(request);
				if (this.latency > 0) this.wait(this.latency);
				await this.held?.();
				return response;
			},
		});
	}

	end(): void {
		this.restore();
		// What is still under way must not move the clock of the next test.
		this.latency = 0;
	}

	/** Keeps TeamViewer's next answer back until it is released; tells when it was asked for. */
	holdNextAnswer(): { asked: Promise<void>; release: () => void } {
		const gate = { open: () => {}, reached: () => {} };
		const released = new Promise<void>((resolve) => (gate.open = resolve));
		const asked = new Promise<void>((resolve) => (gate.reached = resolve));
		this.held = async () => {
			this.held = undefined;
			gate.reached();
			await released;
		};
		return { asked, release: gate.open };
	}

	wait(ms: number): void {
		jest.setSystemTime(Date.now() + ms);
	}

	/** One poll; what is in the sandbox's request log afterwards belongs to it. */
	async poll(options: Partial<PollOptions> = {}): Promise<INodeExecutionData[] | null> {
		this.sandbox.clearRequests();
		return await runPoll({
			credential: tokenCredential(this.sandbox.credentials.scriptToken),
			parameters: { triggerOn: this.event, ...this.parameters },
			staticData: this.staticData,
			globalStaticData: this.globalStaticData,
			...options,
		});
	}

	/** One poll's items as TeamViewer's ids or codes. */
	async ids(options: Partial<PollOptions> = {}): Promise<string[]> {
		return ((await this.poll(options)) ?? []).map(({ json }) => String(json.id ?? json.code));
	}

	/** n8n stops and starts: only what it saved comes back. */
	restart(saved: string = this.saved()): void {
		const data = JSON.parse(saved) as [IDataObject, IDataObject];
		[this.staticData, this.globalStaticData] = data;
	}

	/** What n8n writes into its database. */
	saved(): string {
		return JSON.stringify([this.staticData, this.globalStaticData]);
	}

	/** The size of the answers to the last poll. */
	get bytes(): number {
		return this.sandbox.requests.reduce((sum, { bytes }) => sum + bytes, 0);
	}

	get requests(): number {
		return this.sandbox.requests.length;
	}
}
