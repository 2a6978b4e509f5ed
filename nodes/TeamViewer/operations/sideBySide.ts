import type { Pace } from '../teamviewer/pace';

/**
 * Runs one task for each index, as many side by side as the pace allows, and gives their results in order of the index.
 *
 * After a failure nothing new is started. What is under way is waited for, so that it is known which failure comes first.
 *
 * @throws the failure of the lowest index.
 */
export async function sideBySide<T>(
	count: number,
	pace: Pace,
	task: (index: number) => Promise<T>,
): Promise<T[]> {
	const results: T[] = new Array<T>(count);
	const failures = new Map<number, unknown>();
	const underWay = new Set<Promise<void>>();
	let next = 0;

	const start = (index: number) => {
		const run = task(index)
			.then(
				(result) => void (results[index] = result),
				(error: unknown) => void failures.set(index, error),
			)
			.finally(() => underWay.delete(run));
		underWay.add(run);
	};

	for (;;) {
		while (next < count && failures.size === 0 && underWay.size < pace.width) start(next++);
		if (underWay.size === 0) break;
		await Promise.race(underWay);
	}
	if (failures.size > 0) throw failures.get(Math.min(...failures.keys()));
	return results;
}
