/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { lastLines } from './commands';
import { linkN8nWorkflow } from './ownWorkflowModule';
import { freePort } from './ports';
import type { InterceptingProxy } from './proxy';
import type { Runtime } from './runtime';
import { waitFor } from './waiting';

export interface N8nOptions {
	runtime: Runtime;
	/** Where n8n keeps everything: database, encryption key, community packages, log. Made when missing. */
	userFolder: string;
	/** The proxy that all of n8n's requests to other machines go through. */
	proxy: Pick<InterceptingProxy, 'url' | 'caFile'>;
	/** `start`, the default, is a whole n8n, or the main one of a queue; `worker` runs the executions of a queue. */
	command?: 'start' | 'worker';
	/** The port to listen on, on loopback only; a worker answers health checks there. Default: any free one. */
	port?: number;
	/** More settings for n8n, by their environment variables' names; they win over the ones made here. */
	env?: Record<string, string>;
}

/** n8n is given this long to answer its first request. It takes 5 s; the first start on a slow disk far longer. */
const START_TIMEOUT_MS = 180_000;

/** n8n is given this long to finish what it is doing before it is killed. */
const STOP_TIMEOUT_MS = 20_000;

/** Settings of the person's own n8n or npm must not reach this one. */
const FOREIGN_SETTING =
	/^(N8N_|DB_|QUEUE_|EXECUTIONS_|OFFLOAD_|GENERIC_|WEBHOOK_|NODES_|NODE_|npm_|INIT_CWD$|(https?|no|all)_proxy$)/i;

/**
 * A real n8n in a process of its own. It can be stopped, killed and started again on the same data and port,
 * as an operating system or a power cut would do it.
 *
 * @example
 * const n8n = await N8nProcess.start({ runtime, proxy, userFolder });
 * await n8n.kill();
 * await n8n.restart();
 */
export class N8nProcess {
	private child: ChildProcess | undefined;

	private constructor(
		private readonly options: N8nOptions,
		/** The port on 127.0.0.1. */
		readonly port: number,
		private readonly brokerPort: number,
	) {}

	/** Starts n8n and waits until it answers. */
	static async start(options: N8nOptions): Promise<N8nProcess> {
		await mkdir(temporaryFolder(options), { recursive: true });
		await linkN8nWorkflow(options.userFolder, options.runtime);
		const n8n = new N8nProcess(options, options.port ?? (await freePort()), await freePort());
		await n8n.restart();
		return n8n;
	}

	/** The address of the editor and of everything else, without a slash at the end. */
	get url(): string {
		return `http://localhost:${this.port}`;
	}

	/** The file with everything n8n prints, over all its starts. */
	get logFile(): string {
		return path.join(this.options.userFolder, 'n8n.log');
	}

	/** The operating system's number of the running n8n; undefined while it does not run. */
	get pid(): number | undefined {
		return this.child?.pid;
	}

	/** Starts n8n again on the same data and port; stops it before, where it still runs. */
	async restart(): Promise<void> {
		await this.stop();
		const { runtime, command = 'start' } = this.options;
		const log = openSync(this.logFile, 'a');
		try {
			// In a process group of its own, so that Ctrl-C in the terminal reaches the person's command only,
			// which then stops n8n in its own time.
			const child = spawn(runtime.node, [runtime.n8n, command], {
				cwd: this.options.userFolder,
				env: this.environment(),
				stdio: ['ignore', log, log],
				detached: true,
			});
			this.child = child;
			process.once('exit', this.killAtOnce);
			child.once('exit', () => {
				process.off('exit', this.killAtOnce);
				if (this.child === child) this.child = undefined;
			});
			await once(child, 'spawn');
		} finally {
			closeSync(log);
		}
		await this.answering();
	}

	/** Asks n8n to end as it would at a shutdown, and kills it when it does not. */
	async stop(): Promise<void> {
		await this.end('SIGTERM');
	}

	/**
	 * Ends n8n without any warning (SIGKILL): nothing is saved, nothing is tidied up. n8n itself then takes ten
	 * seconds more for its next start ("Last session crashed").
	 */
	async kill(): Promise<void> {
		await this.end('SIGKILL');
	}

	/** Resolves when the n8n that runs now has ended, for whatever reason. */
	async whenEnded(): Promise<void> {
		const child = this.child;
		if (child !== undefined)
			await new Promise<void>((resolve) => child.once('exit', () => resolve()));
	}

	private async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
		const child = this.child;
		if (child === undefined) return;
		const ended = this.whenEnded();
		const impatience = setTimeout(this.killAtOnce, STOP_TIMEOUT_MS);
		if (signal === 'SIGKILL') this.killAtOnce();
		else child.kill(signal);
		await ended;
		clearTimeout(impatience);
		// n8n writes its editor there anew at every start: hundreds of scripts that linters would read.
		await rm(path.join(this.options.userFolder, '.cache'), { recursive: true, force: true });
	}

	/** Kills n8n and the task runner that it started, which is in the same process group. */
	private readonly killAtOnce = () => {
		if (this.child?.pid === undefined) return;
		try {
			process.kill(-this.child.pid, 'SIGKILL');
		} catch {
			// It ended by itself at this very moment.
		}
	};

	private async answering(): Promise<void> {
		await waitFor(
			async () => {
				if (this.child === undefined) {
					throw new Error(
						`n8n ended while it was starting. The end of ${this.logFile}:\n${await lastLines(this.logFile, 20)}`,
					);
				}
				return (await this.isReady()) ? true : undefined;
			},
			{ for: `n8n to start; its log is ${this.logFile}`, timeoutMs: START_TIMEOUT_MS },
		);
	}

	private async isReady(): Promise<boolean> {
		// A worker is ready when it takes jobs. A whole n8n speaks of its database only when asked for its
		// readiness; the settings come when the API is up.
		const page = this.options.command === 'worker' ? '/healthz/readiness' : '/rest/settings';
		const answer = await fetch(`${this.url}${page}`).catch(() => undefined);
		const isJson = answer?.headers.get('content-type')?.includes('json') ?? false;
		return (answer?.ok ?? false) && isJson;
	}

	private environment(): NodeJS.ProcessEnv {
		const { runtime, command, userFolder, proxy, env } = this.options;
		const inherited = Object.entries(process.env).filter(([name]) => !FOREIGN_SETTING.test(name));
		return {
			...Object.fromEntries(inherited),
			NODE_ENV: 'production',
			// n8n starts its task runner, and npm, with the first `node` of the path.
			PATH: `${path.dirname(runtime.node)}${path.delimiter}${process.env.PATH}`,

			N8N_USER_FOLDER: userFolder,
			TMPDIR: temporaryFolder(this.options),
			N8N_PORT: String(this.port),
			N8N_LISTEN_ADDRESS: '127.0.0.1',
			N8N_EDITOR_BASE_URL: `${this.url}/`,
			N8N_SECURE_COOKIE: 'false',
			// n8n's own default is New York.
			GENERIC_TIMEZONE: Intl.DateTimeFormat().resolvedOptions().timeZone,
			N8N_RUNNERS_BROKER_PORT: String(this.brokerPort),
			...(command === 'worker' && {
				QUEUE_HEALTH_CHECK_ACTIVE: 'true',
				QUEUE_HEALTH_CHECK_PORT: String(this.port),
				N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
			}),
			// What a self-hosted n8n needs for packages that n8n has not verified.
			N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',

			// On a busy machine a slow answer of the database is no failure: n8n would refuse everything meanwhile.
			DB_PING_TIMEOUT_MS: '60000',

			// Nothing of this run is anybody else's business.
			N8N_DIAGNOSTICS_ENABLED: 'false',
			N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
			N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
			N8N_DYNAMIC_BANNERS_ENABLED: 'false',
			N8N_HIRING_BANNER_ENABLED: 'false',
			N8N_PERSONALIZATION_ENABLED: 'false',
			N8N_TEMPLATES_ENABLED: 'false',
			N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',

			HTTP_PROXY: proxy.url,
			HTTPS_PROXY: proxy.url,
			NO_PROXY: '127.0.0.1,localhost',
			NODE_EXTRA_CA_CERTS: proxy.caFile,

			// n8n installs community packages with npm; the person's own npm settings and cache stay out of it.
			npm_config_userconfig: path.join(userFolder, 'npmrc'),
			npm_config_globalconfig: path.join(userFolder, 'npmrc-global'),
			npm_config_cache: path.join(userFolder, 'npm-cache'),
			npm_config_cafile: proxy.caFile,
			npm_config_update_notifier: 'false',

			...env,
		};
	}
}

/** What n8n leaves behind in its temporary folder goes with its data. */
function temporaryFolder({ userFolder }: N8nOptions): string {
	return path.join(userFolder, 'tmp');
}

async function once(child: ChildProcess, event: 'spawn'): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		child.once(event, () => resolve());
		child.once('error', reject);
	});
}
