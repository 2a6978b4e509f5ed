/** Polls that are under way in this process: what each goes on from, and when it began (milliseconds since 1970). */
const underWay = new Map<string, number>();

/**
 * Runs a poll, unless another one is just going on from the same state: two would find and emit the same.
 *
 * n8n's durable engine gives every poll a copy of the saved state and takes the results of all of them, so polls that come
 * due together (several poll times, or what a killed n8n left undone) double what is new. The one that is dropped loses
 * nothing: should the other fail, the state stays, and the next poll goes on from it. This is no memory between polls:
 * where it is missing, as in a process of its own, n8n behaves as if it were not there.
 *
 * @param base what the poll goes on from, and for which node; compared as text.
 * @param longest after how many milliseconds a poll that has not ended no longer stands in the way of others.
 * @returns what the poll returns; undefined when it was dropped.
 */
export async function oneAtATime<T>(
	base: string,
	longest: number,
	poll: () => Promise<T>,
): Promise<T | undefined> {
	const began = Date.now();
	if (began - (underWay.get(base) ?? -Infinity) < longest) return undefined;
	underWay.set(base, began);
	try {
		return await poll();
	} finally {
		if (underWay.get(base) === began) underWay.delete(base);
	}
}
