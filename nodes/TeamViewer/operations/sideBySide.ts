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
	const results = new Array<T>(count);
	const failures = new Map<number, unknown>();
	let next = 0;
	let underWay = 0;

	await new Promise<void>((resolve) => {
		const run = async (index: number) => {
			try {
				results[index] = await task(index);
			} catch (error) {
				failures.set(index, error);
			}
			underWay -= 1;
			startMore();
		};
		const startMore = () => {
			while (next < count && failures.size === 0 && underWay < pace.width) {
				underWay += 1;
				void run(next++);
			}
			if (underWay === 0) resolve();
		};
		startMore();
	});
	if (failures.size > 0) throw failures.get(Math.min(...failures.keys()));
	return results;
}
