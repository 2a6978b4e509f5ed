import type { IExecuteFunctions } from 'n8n-workflow';

import { UnreadableParameter } from '../errors/unreadableParameter';
import type { Fields, Values } from '../fields/field';
import { readValues, type ReadValues } from '../fields/readValues';
import { TeamViewerClient } from '../teamviewer/client';
import { itemContext } from './context';
import type { ExecutionHints } from './hints';
import type { Operation, Output } from './operation';

/** Changes that run side by side: so many may have been made when the first failure is known. */
const MOST_CHANGES = 8;

/** What became of an item; undefined where it was never begun. */
export type Outcome = { outputs: Output[] } | { error: unknown } | undefined;

/** What a user gave for an item, or why it cannot be used. */
type Given = { values: ReadValues<Fields> } | { error: unknown };

/** Reads and checks what the user gave, for every item, before the first request is sent. */
export function readItems(caller: IExecuteFunctions, { fields, check }: Operation): Given[] {
	const workflow = { timezone: caller.getTimezone() };
	return caller.getInputData().map((_, index) => {
		const parameter = (name: string) => parameterOf(caller, name, index);
		try {
			const values = readValues(fields, parameter, workflow);
			check?.(values.given);
			return { values };
		} catch (error) {
			return { error };
		}
	});
}

function parameterOf(caller: IExecuteFunctions, name: string, index: number): unknown {
	try {
		return caller.getNodeParameter(name, index, null);
	} catch (error) {
		throw UnreadableParameter.because(error as Error);
	}
}

/**
 * Runs the operation for each item, as many side by side as the client's queue allows. After a failure nothing new is
 * begun, unless failures are allowed; what is under way is waited for.
 *
 * @returns what became of each item, in their order.
 */
export async function runItems(
	caller: IExecuteFunctions,
	operation: Operation,
	hints: ExecutionHints,
	items: Given[],
	mayFail: boolean,
): Promise<Outcome[]> {
	const client = new TeamViewerClient(caller, {
		...(operation.changes && { mostAtOnce: MOST_CHANGES }),
	});
	const workflow = { timezone: caller.getTimezone() };
	const lookedUp = new Map<string, Promise<unknown>>();
	let hasFailed = !mayFail && items.some((given) => 'error' in given);

	return await Promise.all(
		items.map(async (given, index): Promise<Outcome> => {
			if ('error' in given) return given;
			return await client.inOnePlace(async (teamviewer) => {
				if (hasFailed) return undefined;
				try {
					const values: Values<Fields> = await given.values.complete(teamviewer, lookedUp);
					const context = itemContext(caller, hints, teamviewer, workflow, index);
					return { outputs: await operation.run(values, context) };
				} catch (error) {
					hasFailed = !mayFail;
					return { error };
				}
			});
		}),
	);
}
