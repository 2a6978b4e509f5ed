import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { InvalidInput } from '../errors/invalidInput';
import { toNodeError } from '../errors/toNodeError';
import { TeamViewerClient } from '../teamviewer/client';
import { Budget } from './budget';
import { createSource } from './createSource';
import { advance } from './advance';
import { oneAtATime } from './oneAtATime';
import { StateStore } from './stateStore';

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

/**
 * One poll: load the state, ask TeamViewer, save the state. A poll that fails throws, so that n8n shows a failed execution
 * and runs the error workflow, and leaves the state as it was.
 *
 * @returns the new items, or null when nothing is new.
 */
export async function poll(caller: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	try {
		return caller.getMode() === 'manual' ? await trySamples(caller) : await pollEvents(caller);
	} catch (error) {
		throw toNodeError(caller.getNode(), error);
	}
}

async function pollEvents(caller: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const now = Date.now;
	// The method is missing before n8n 2.38.
	const granted = (caller as Partial<IPollFunctions>).getPollBudgetMs?.();
	const budget = new Budget(Math.min(granted ?? BUDGET, LONGEST_POLL), now);
	const client = new TeamViewerClient(caller, {
		deadline: Math.max(budget.deadline, now() + 5_000),
	});
	const precedence = {
		whileItRuns: LONGEST_POLL,
		afterwards: granted !== undefined && granted < GRANT_WITHOUT_COPIES ? COMMIT : 0,
	};
	const { source, event, subject } = createSource(caller, { client, budget, now });

	const store = new StateStore(caller, source, event, subject);
	const found = store.load();
	const goOn = async () => await advance(source, store, found, caller.logger);
	const base =
		found.state === undefined
			? undefined
			: JSON.stringify([
					...[caller.getWorkflow().id, caller.getNode().id],
					...[found.revision, found.state],
				]);
	const items = await oneAtATime(base, precedence, goOn);
	if (items === undefined) {
		caller.logger.debug('Another poll of the TeamViewer Trigger is under way from the same state');
		return null;
	}
	return items.length > 0 ? [caller.helpers.returnJsonArray(items)] : null;
}

/** A manual test shows the latest events that exist, as if they were new; nothing is remembered. */
async function trySamples(caller: IPollFunctions): Promise<INodeExecutionData[][]> {
	const now = Date.now;
	const { source } = createSource(caller, {
		client: new TeamViewerClient(caller),
		budget: new Budget(BUDGET, now),
		now,
	});
	const items = await source.samples();
	if (items.length === 0) {
		throw new InvalidInput(source.emptyMessage, source.emptyRemedy);
	}
	return [caller.helpers.returnJsonArray(items)];
}
