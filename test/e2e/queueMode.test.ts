/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, is never shipped */
import path from 'node:path';
import type { ExecutionStatus } from 'n8n-workflow';
import type { SavedCredential } from '../n8n/credentials';
import {
	errorOf,
	jsonOf,
	listExecutions,
	readExecution,
	runWorkflow,
	type ExecutionSummary,
} from '../n8n/executions';
import type { N8nProcess } from '../n8n/n8nProcess';
import { ARTIFACTS } from '../n8n/paths';
import { ensureRuntime } from '../n8n/runtime';
import { createCredentials } from '../n8n/sandboxedN8n';
import { waitFor } from '../n8n/waiting';
import {
	bindCredentials,
	createWorkflow,
	publishWorkflow,
	unpublishWorkflow,
	type SavedWorkflow,
	type WorkflowFile,
} from '../n8n/workflows';
import { billingWorkflow, catchUpWorkflow } from '../queue/billing';
import { missingPackages } from '../queue/programs';
import { startQueueMode, type QueueModeN8n } from '../queue/queueMode';
import { sendTickets, ticketWorkflow } from '../queue/tickets';
import { executionsOn } from '../queue/workerLog';
import { createSandbox, type RecordedRequest } from '../sandbox';
import { MINUTE, writeDate } from '../sandbox/dates';

const EVERY_FIVE_SECONDS = Array.from({ length: 12 }, (_, index) => index * 5);

const missing = missingPackages();
const describeIfPossible = missing.length === 0 ? describe : describe.skip;

describeIfPossible(
	missing.length === 0
		? 'n8n in queue mode'
		: `n8n in queue mode (SKIPPED: this machine has no ${missing.join(' and no ')}; apt-get install ${missing.join(' ')})`,
	() => {
		const sandbox = createSandbox({ company: 'empty' });
		let stage: QueueModeN8n;
		let credentials: SavedCredential[];
		let tickets: SavedWorkflow;
		let billing: SavedWorkflow;

		const save = async (workflow: WorkflowFile) =>
			await createWorkflow(stage.session, bindCredentials(workflow, credentials));
		const send = async (numbers: string[]) => await sendTickets(stage.n8n.url, numbers);

		beforeAll(async () => {
			const runtime = await ensureRuntime(() => {});
			const folder = path.join(ARTIFACTS, 'e2e', 'queue-mode');
			stage = await startQueueMode({ runtime, sandbox, folder });
			credentials = await createCredentials(stage);
			tickets = await save(ticketWorkflow(sandbox.company.groups[0]?.id ?? ''));
			await publishWorkflow(stage.session, tickets);
			billing = await save(billingWorkflow(EVERY_FIVE_SECONDS, 50));
			await publishWorkflow(stage.session, billing);
		}, 10 * MINUTE);

		afterAll(async () => await stage?.stop(), MINUTE);

		it(
			'runs what a person starts in the editor on a worker',
			async () => {
				const report = sandbox.addReport({ billing_state: 'DoNotBill' });
				const execution = await runWorkflow(stage.session, await save(catchUpWorkflow()));
				expect(execution.status).toBe('success');
				expect(jsonOf(execution, 'All reports')).toContainEqual(
					expect.objectContaining({ id: report.id }),
				);
				const onWorkers = await Promise.all(stage.workers.map(executionsOn));
				expect(onWorkers.flat()).toContain(execution.id);
			},
			4 * MINUTE,
		);

		it(
			'polls once at a time that was set, not once for every process',
			async () => {
				sandbox.clearRequests();
				const polls = await waitFor(
					() => {
						const found = sandbox.requests.filter(isPoll);
						return found.length >= 4 ? found : undefined;
					},
					{ for: 'four polls' },
				);
				const slots = polls.map(({ at }) => Math.floor(at / 5_000));
				const passed = Math.max(...slots) - Math.min(...slots) + 1;
				expect(polls.length).toBeLessThanOrEqual(passed);
			},
			4 * MINUTE,
		);

		it.each([1, 2, 3])(
			'renews an expired token once, though the main n8n and both workers meet it together (round %i)',
			async (round) => {
				const begunBefore = await Promise.all(stage.workers.map(executionsOn));
				sandbox.clearRequests();
				// Longer than from one poll to the next, so that requests of all three processes wait at TeamViewer.
				sandbox.faults.latencyMs = 8_000;
				const calls = Array.from(
					{ length: 10 },
					async (_, index) => await send([`renewal-${round}-${index}`]),
				);
				await waitFor(
					() => (underWay(isCreate) === 10 && underWay(isPoll) > 0 ? true : undefined),
					{ for: 'a poll and ten new sessions to be under way', everyMs: 20 },
				);
				sandbox.expireAccessTokens();
				sandbox.faults.latencyMs = 0;

				expect(await Promise.all(calls)).toEqual(Array(10).fill(true));
				await quiet();
				const expired = sandbox.requests.filter(({ status }) => status === 401);
				expect(expired.filter(isCreate)).toHaveLength(10);
				expect(expired.filter(isPoll).length).toBeGreaterThan(0);
				const begun = await Promise.all(stage.workers.map(executionsOn));
				begun.forEach((ids, worker) =>
					expect(ids.length).toBeGreaterThan(begunBefore[worker]?.length ?? 0),
				);
				const renewals = sandbox.requests.filter(({ path: asked }) =>
					asked.endsWith('/oauth2/token'),
				);
				expect(renewals.map(({ status }) => status)).toEqual([200]);
				expect(await failures()).toEqual([]);
			},
			5 * MINUTE,
		);

		it(
			'loses and doubles nothing of 1,000 actions and 500 reports while a worker is killed',
			async () => {
				sandbox.clearRequests();
				sandbox.faults.latencyMs = 100;
				const numbers = Array.from({ length: 1_000 }, (_, index) => `ticket-${index}`);
				const lots = Array.from({ length: 100 }, (_, index) =>
					numbers.slice(index * 10, index * 10 + 10),
				);
				const answers = lots.map(async (lot) => ({ lot, isDone: await send(lot) }));
				const reports = listReports(500);

				const killed = await workerThatRuns(tickets, billing);
				await killed.kill();
				// n8n keeps what an execution was given until it notices, and not a second longer.
				const open = await unfinishedWithReports();

				const ids = (await reports).map(({ id }) => id);
				const settled = await Promise.all(answers);
				const died = await thoseThatDied(open);
				expect(died.length).toBeGreaterThan(0);
				const atRisk = died.flatMap(({ reports: given }) => given);
				await waitFor(
					() => {
						const billed = billedReports();
						return ids.every((id) => billed.includes(id) || atRisk.includes(id)) ? true : undefined;
					},
					{ for: 'the living worker to bill all other reports', timeoutMs: 6 * MINUTE },
				);
				await everythingHasEnded();

				// The trigger gave every report that there ever was to one execution.
				const finished = await listWithStatus([billing], ['success']);
				const given = await Promise.all(
					finished.map(async ({ id }) => {
						const execution = await readExecution(stage.session, id);
						return jsonOf<{ id: string }>(execution, 'New connection report').map(
							(item) => item.id,
						);
					}),
				);
				const listed = sandbox.company.connectionReports.map(({ id }) => id);
				expect([...given.flat(), ...atRisk].sort()).toEqual(listed.sort());

				// n8n shows as failed what died with the worker, and nothing else.
				const failed = await failedIds(tickets, billing);
				expect(failed.sort()).toEqual(died.map(({ id }) => id).sort());
				const begunByOthers = await Promise.all(
					stage.workers.filter((worker) => worker !== killed).map(executionsOn),
				);
				expect(failed.filter((id) => begunByOthers.flat().includes(id))).toEqual([]);
				const unanswered = settled.flatMap(({ lot, isDone }) => (isDone ? [] : [lot]));
				expect(unanswered).toHaveLength((await failedIds(tickets)).length);

				// What n8n calls done is done, once; what it calls failed was done once or not at all.
				const answered = settled.flatMap(({ lot, isDone }) => (isDone ? lot : []));
				expect(answered.filter((number) => sessionsFor(number) !== 1)).toEqual([]);
				expect(unanswered.flat().filter((number) => sessionsFor(number) > 1)).toEqual([]);

				// Both can be made up for, because TeamViewer itself tells what was done.
				for (const lot of unanswered) {
					const missingOnes = lot.filter((number) => sessionsFor(number) === 0);
					if (missingOnes.length > 0) expect(await send(missingOnes)).toBe(true);
				}
				const catchUp = await runWorkflow(stage.session, await save(catchUpWorkflow()));
				expect(catchUp.status).toBe('success');
				expect(numbers.filter((number) => sessionsFor(number) !== 1)).toEqual([]);
				expect(billedReports().sort()).toEqual([...ids].sort());
				await unpublishWorkflow(stage.session, billing.id);
			},
			10 * MINUTE,
		);

		/**
		 * Lets so many reports appear, in lots, one after every poll; some are late. All are of connections that ran for
		 * minutes: with so many reports, those that ran for hours are looked for every few minutes only.
		 */
		async function listReports(count: number) {
			const reports = [];
			for (let lot = 0; reports.length < count; lot += 1) {
				const polls = sandbox.requests.filter(isPoll).length;
				for (let index = 0; index < 50; index += 1) {
					const now = sandbox.now();
					reports.push(
						sandbox.addReport({
							billing_state: 'Bill',
							start_date: writeDate(now - 20 * MINUTE),
							...(index % 5 === 0 && { publishedAt: now + 8_000 }),
						}),
					);
				}
				await waitFor(() => (sandbox.requests.filter(isPoll).length > polls ? true : undefined), {
					for: 'the next poll',
				});
			}
			return reports;
		}

		/** Waits for a worker that is in the middle of executions of all these workflows. */
		async function workerThatRuns(...workflows: SavedWorkflow[]): Promise<N8nProcess> {
			return await waitFor(
				async () => {
					const running = await Promise.all(
						workflows.map(async ({ id }) => await listExecutions(stage.session, id, 'running')),
					);
					for (const worker of stage.workers) {
						const begun = await executionsOn(worker);
						if (running.every((list) => list.some(({ id }) => begun.includes(id)))) return worker;
					}
					return undefined;
				},
				{ for: 'a worker that does both', everyMs: 50, timeoutMs: 4 * MINUTE },
			);
		}

		/** What waits in the queue or runs, with the reports that the trigger gave it. */
		async function unfinishedWithReports() {
			return await Promise.all(
				(await unfinished()).map(async ({ id, workflowId }) => {
					if (workflowId !== billing.id) return { id, reports: [] };
					const { data } = await readExecution(stage.session, id);
					const [next] = data.executionData?.nodeExecutionStack ?? [];
					const items = next?.data.main?.[0] ?? [];
					return { id, reports: items.map(({ json }) => String(json.id)) };
				}),
			);
		}

		/** Which of these n8n calls failed once all have ended. A worker takes some without a word before it begins them. */
		async function thoseThatDied<T extends { id: string }>(executions: T[]): Promise<T[]> {
			await waitFor(
				async () => {
					const left = (await unfinished()).map(({ id }) => id);
					return executions.some(({ id }) => left.includes(id)) ? undefined : true;
				},
				{ for: 'n8n to notice that a worker is dead', timeoutMs: 4 * MINUTE },
			);
			const failed = await failedIds(tickets, billing);
			return executions.filter(({ id }) => failed.includes(id));
		}

		async function everythingHasEnded(): Promise<void> {
			await waitFor(async () => ((await unfinished()).length === 0 ? true : undefined), {
				for: 'the queue to be empty',
				timeoutMs: 4 * MINUTE,
			});
		}

		/** A worker begins an execution a moment before n8n calls it running. */
		async function unfinished(): Promise<ExecutionSummary[]> {
			return await listWithStatus([tickets, billing], ['new', 'running']);
		}

		async function listWithStatus(workflows: SavedWorkflow[], statuses: ExecutionStatus[]) {
			const lists = workflows.flatMap(({ id }) =>
				statuses.map(async (status) => await listExecutions(stage.session, id, status)),
			);
			return (await Promise.all(lists)).flat();
		}

		/** What n8n shows as failed, polls too, each with its words. */
		async function failures(): Promise<string[]> {
			const failed = await failedIds(tickets, billing);
			return await Promise.all(
				failed.map(async (id) => {
					const error = errorOf(await readExecution(stage.session, id));
					return `${id}: ${error?.message} ${error && 'description' in error ? error.description : ''}`;
				}),
			);
		}

		async function failedIds(...workflows: SavedWorkflow[]): Promise<string[]> {
			const failed = await listWithStatus(workflows, ['error', 'crashed']);
			return failed.map(({ id }) => id);
		}

		function underWay(matches: (request: RecordedRequest) => boolean): number {
			return sandbox.requests.filter((request) => request.status === undefined && matches(request))
				.length;
		}

		/**
		 * Waits until nobody has asked TeamViewer for a while: a poll that met the expired token asks nothing while another
		 * process renews it, and must not ask again with a token that has expired once more by then.
		 */
		async function quiet(): Promise<void> {
			let since = Date.now();
			await waitFor(
				() => {
					if (underWay(() => true) > 0) since = Date.now();
					return Date.now() - since > 2_000 ? true : undefined;
				},
				{ for: 'the polls to end', everyMs: 20 },
			);
		}

		function sessionsFor(ticket: string): number {
			return sandbox.company.sessions.filter(({ custom_api }) => custom_api === ticket).length;
		}

		/** The ids of the reports that were marked as billed, as often as they were. */
		function billedReports(): string[] {
			return sandbox.requests
				.filter(({ method, status }) => method === 'PUT' && status === 204)
				.map(({ path: asked }) => asked.split('/').at(-1) ?? '');
		}
	},
);

const isPoll = ({ method, path: asked }: RecordedRequest) =>
	method === 'GET' && asked.endsWith('/reports/connections');

const isCreate = ({ method, path: asked }: RecordedRequest) =>
	method === 'POST' && asked.endsWith('/sessions');
