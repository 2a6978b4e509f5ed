import type { Sandbox } from '../../sandbox';

/** Makes every answer take a moment, and counts from now on how many requests are under way at once. */
export function mostAtOnce({ faults, requests }: Sandbox): () => number {
	let most = 0;
	faults.latencyMs = 2;
	faults.add({
		times: Infinity,
		// Asked of every request as it arrives, and true of none.
		where: () => {
			most = Math.max(most, requests.filter(({ status }) => status === undefined).length);
			return false;
		},
	});
	return () => most;
}
