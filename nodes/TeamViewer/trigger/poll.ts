import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { InvalidInput } from '../errors/invalidInput';
import { toNodeError } from '../errors/toNodeError';
import { TeamViewerClient } from '../teamviewer/client';
import { Budget } from './engine/budget';
import { afterGiving, namesToRepeat } from './engine/delivery';
import { PollingProcess } from './engine/pollingProcess';
import { StateStore, type Found } from './engine/stateStore';
import { createWatch, filterLabels, type Watch } from './watch';

/** What a poll may take where n8n does not say. Milliseconds. */
const BUDGET = 30_000;

/** n8n's default engine grants minutes, but polls every minute: a longer poll would only overlap with the next. */
const LONGEST_POLL = 45_000;

/**
 * What n8n's default engine grants a poll. There every poll sees at once what another one saved. The durable engine grants
 * less than its lease of a minute, and gives every poll a copy of the state. Milliseconds.
 */
const GRANT_WITHOUT_COPIES = 300_000;

/** Within this time n8n's durable engine commits what a poll found, also while it recovers from a crash. Milliseconds. */
const COMMIT = 10_000;

const THIS_PROCESS = new PollingProcess();

/**
 * One poll: load the state, ask TeamViewer, save the state. A poll that fails throws, so that n8n shows a failed execution
 * and runs the error workflow, and leaves the state as it was.
 *
 * @returns the new items, or null when nothing is new.
 */
export async function poll(
	caller: IPollFunctions,
	process = THIS_PROCESS,
): Promise<INodeExecutionData[][] | null> {
	try {
		return caller.getMode() === 'manual'
			? await trySamples(caller)
			: await pollEvents(caller, process);
	} catch (error) {
		throw toNodeError(caller.getNode(), error, { labels: filterLabels(caller) });
	}
}

async function pollEvents(
	caller: IPollFunctions,
	process: PollingProcess,
): Promise<INodeExecutionData[][] | null> {
	// The method is missing before n8n 2.38.
	const granted = (caller as Partial<IPollFunctions>).getPollBudgetMs?.();
	const watch = watchOf(caller, Math.min(granted ?? BUDGET, LONGEST_POLL));
	const store = new StateStore(caller, watch.engine, watch.event, watch.subject, Date.now);
	const found = store.load();
	const precedence = {
		whileItRuns: LONGEST_POLL,
		afterwards: granted !== undefined && granted < GRANT_WITHOUT_COPIES ? COMMIT : 0,
	};
	const items = await process.guard.run(
		baseOf(caller, found),
		precedence,
		async () => await advance(caller, watch, store, found, process.name),
	);
	if (items === undefined) {
		caller.logger.debug('Another poll of the TeamViewer Trigger is under way from the same state');
		return null;
	}
	return items.length > 0 ? [caller.helpers.returnJsonArray(items)] : null;
}

/** Goes from one state to the next, and replaces the state after everything else has worked. */
async function advance(
	{ logger }: Pick<IPollFunctions, 'logger'>,
	{ engine, givesAgain }: Watch,
	store: StateStore<unknown>,
	found: Found<unknown>,
	process: string,
): Promise<IDataObject[]> {
	if (found.damaged && found.state === undefined) {
		logger.warn(
			'The saved state of the TeamViewer Trigger cannot be read, so it starts afresh: what exists now counts as known',
		);
	}
	const outcome = await (found.state === undefined
		? engine.begin(found.isFirst)
		: engine.next(givesAgain ? withRepeats(engine, found, process) : found.state));
	const given = givesAgain ? afterGiving(found.given, outcome.names, process) : [];
	if (store.save(outcome.state, found, given, outcome.items.length === 0)) return outcome.items;

	logger.debug('Another poll of the TeamViewer Trigger was faster, so this one is dropped');
	return [];
}

/** The state to go on from, where another process may have died before n8n had what it gave. */
function withRepeats(
	engine: Watch['engine'],
	{ state, given }: Found<unknown>,
	process: string,
): unknown {
	const names = namesToRepeat(given, process);
	return names.length > 0 ? engine.takeBack(state, names) : state;
}

/** What a poll goes on from, and for which node; undefined for a first poll. */
function baseOf(caller: IPollFunctions, { state, revision }: Found<unknown>): string | undefined {
	const { id, name } = caller.getNode();
	return state === undefined
		? undefined
		: JSON.stringify([caller.getWorkflow().id, id, name, revision, state]);
}

/** A manual test shows the latest events that exist, as if they were new; nothing is remembered. */
async function trySamples(caller: IPollFunctions): Promise<INodeExecutionData[][]> {
	const { engine } = watchOf(caller, BUDGET);
	const items = await engine.samples();
	if (items.length === 0) {
		throw new InvalidInput(engine.emptyMessage, engine.emptyRemedy);
	}
	return [caller.helpers.returnJsonArray(items)];
}

function watchOf(caller: IPollFunctions, ms: number): Watch {
	const budget = new Budget(ms, Date.now);
	const client = new TeamViewerClient(caller, { deadline: budget.deadline });
	return createWatch(caller, client, budget);
}
