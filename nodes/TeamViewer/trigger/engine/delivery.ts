import { form, isText, listOf } from './form';

/**
 * n8n's default engine saves a trigger's state and then starts the execution. If it dies between the two, the state says
 * that the items were given, and no execution has them. Where the user wants every item at least once, the state therefore
 * remembers what the last poll gave, and which process gave it: while that process lives, the execution was started; the
 * first poll of another process cannot know, and gives it once more.
 */

/** Items that a poll gave. */
export interface Given {
	/** Names of the processes that gave them. */
	by: string[];
	/** Names of the items, joined by blanks. */
	names: string;
}

/** More items are never given at once where they have to be remembered: that is 10 kB of state. */
export const MOST_REMEMBERED = 1_000;

/** So many processes are remembered: only several that poll in turn could need more than one. */
const MOST_PROCESSES = 4;

/** The names of what this process has not given itself. */
export function namesToRepeat(given: Given[], process: string): string[] {
	return given.filter(({ by }) => !by.includes(process)).flatMap(({ names }) => names.split(' '));
}

/**
 * What has to be remembered after a poll.
 *
 * @param before what was to be remembered until then.
 * @param names what the poll gave.
 */
export function afterGiving(before: Given[], names: string[], process: string): Given[] {
	const givers = new Map(
		before.flatMap(({ by, names: known }) => known.split(' ').map((name) => [name, by] as const)),
	);
	const groups = new Map<string, Given>();
	for (const name of names) {
		const others = (givers.get(name) ?? []).filter((giver) => giver !== process);
		const by = [...others, process].slice(-MOST_PROCESSES);
		const group = groups.get(by.join());
		if (group) group.names += ` ${name}`;
		else groups.set(by.join(), { by, names: name });
	}
	return [...groups.values()];
}

/** Whether a saved value is what was given. */
export const isGiven = form<Given>({ by: listOf(isText), names: isText });
