/** The value in the middle: one run that something else disturbed does not move it. */
export function median(values: number[]): number {
	const sorted = [...values].sort((one, other) => one - other);
	const middle = Math.floor(sorted.length / 2);
	const upper = sorted[middle] ?? NaN;
	return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** Does the job once, and tells how long that took. */
type Contestant = () => Promise<number>;

/**
 * Runs all contestants in turn, round after round, so that a slow moment of the machine hits them alike. Every other round
 * goes backwards, so that what a run leaves behind for the next one to clean up does not always hit the same.
 */
export async function inTurn<Contestants extends Record<string, Contestant | undefined>>(
	rounds: number,
	contestants: Contestants,
): Promise<{ [Name in keyof Contestants]: number }> {
	const all = Object.entries(contestants).flatMap(([name, run]) =>
		run ? [{ name, run, results: [] as number[] }] : [],
	);
	for (let round = 0; round < rounds; round++) {
		for (const { run, results } of round % 2 === 0 ? all : [...all].reverse()) {
			results.push(await run());
		}
	}
	const medians = all.map(({ name, results }) => [name, median(results)] as const);
	return Object.fromEntries(medians) as { [Name in keyof Contestants]: number };
}
