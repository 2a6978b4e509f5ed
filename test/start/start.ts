/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports, no-console -- runs on a developer's machine, is never shipped */
import path from 'node:path';
import { ARTIFACTS } from '../n8n/paths';
import { isPortFree } from '../n8n/ports';
import { runAlone } from '../n8n/runAlone';
import { ensureRuntime } from '../n8n/runtime';
import { executionsOn } from '../queue/workerLog';
import { THIS_SYSTEM } from './browser';
import { ensureBuilt } from './build';
import { startDemo, type Demo } from './demo';
import { welcome } from './welcome';

/** n8n's usual port; another one when it is taken. */
const USUAL_PORT = 5678;

/** How many workers queue mode has. */
const WORKERS = 2;

/** How many customers the printed table shows. */
const CUSTOMERS_SHOWN = 5;

const say = (line: string) => console.log(`  ${line}`);

/**
 * `npm start`: a real n8n with these nodes and a TeamViewer to try them on, all on this machine; stays up until
 * Ctrl-C. `npm start -- --check` does the same, prints the same and ends. With `--queue` n8n runs as large
 * installations do, in queue mode with workers on a Redis and a PostgreSQL.
 *
 * @returns the exit code
 */
export async function main(args: string[]): Promise<number> {
	const { isCheck, isQueue } = readArguments(args);
	console.log('TeamViewer for n8n: a demo on this machine, without a TeamViewer account\n');
	await ensureBuilt(say);
	const runtime = await ensureRuntime(say);
	const folder = path.join(ARTIFACTS, isCheck ? 'check' : 'demo');
	return await runAlone(folder, 'npm start', async () => {
		const interrupted = new Promise<'interrupted'>((resolve) => {
			for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
				process.on(signal, () => resolve('interrupted'));
			}
		});
		const starting = startDemo({
			runtime,
			userFolder: path.join(folder, 'n8n'),
			port: !isCheck && (await isPortFree(USUAL_PORT)) ? USUAL_PORT : undefined,
			workers: isQueue ? WORKERS : 0,
			say,
		});
		const demo = await Promise.race([starting, interrupted]);
		// n8n and its children are ended when this process exits.
		if (demo === 'interrupted') process.exit(130);

		printResults(demo);
		await printWorkers(demo);
		if (isCheck) {
			await demo.stop();
			console.log('\nEverything works.');
			return 0;
		}
		const { stage, controlPage, published } = demo;
		const { n8n, proxy, sandbox } = stage;
		const { credentials } = sandbox;
		const addresses = { n8n: n8n.url, proxy, controlPage, credentials, published };
		console.log(welcome(addresses, THIS_SYSTEM));
		const end = await Promise.race([interrupted, demo.stage.n8n.whenEnded()]);
		console.log('\nStopping …');
		await demo.stop();
		if (end === 'interrupted') return 0;
		throw new Error(`n8n ended by itself. Its log is ${demo.stage.n8n.logFile}.`);
	});
}

/** What was asked for. @throws a sentence for anything unknown */
function readArguments(args: string[]): { isCheck: boolean; isQueue: boolean } {
	const unknown = args.find((arg) => arg !== '--check' && arg !== '--queue');
	if (unknown !== undefined) {
		throw new Error(`npm start takes --check and --queue only, not ${unknown}`);
	}
	return { isCheck: args.includes('--check'), isQueue: args.includes('--queue') };
}

function printResults({ session, reports, hours }: Demo): void {
	console.log(`
The workflow "Create a support session and show its links" created session ${session['Session code']}
  for the customer                  ${session['For the customer']}
  for the supporter                 ${session['For the supporter']}
  for the supporter in the browser  ${session['For the supporter in the browser']}

The workflow "Hours per customer in the last 30 days" read ${reports} connection reports`);
	for (const { customer, connections, hours: total } of hours.slice(0, CUSTOMERS_SHOWN)) {
		console.log(
			`  ${customer.padEnd(32)}  ${total.toFixed(2).padStart(7)} h  ${connections} connections`,
		);
	}
	const more = hours.length - CUSTOMERS_SHOWN;
	if (more > 0) console.log(`  and ${more} more customers`);
}

async function printWorkers({ workers }: Demo): Promise<void> {
	if (workers.length === 0) return;
	console.log('\nn8n runs in queue mode: the main one polls, the workers execute');
	for (const [index, worker] of workers.entries()) {
		const ids = await executionsOn(worker);
		console.log(
			`  worker ${index + 1}, process ${worker.pid}, ran ${ids.length} executions so far`,
		);
	}
}
