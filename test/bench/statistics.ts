/** The value in the middle: one run that something else disturbed does not move it. */
export function median(values: number[]): number {
	const sorted = [...values].sort((one, other) => one - other);
	const middle = Math.floor(sorted.length / 2);
	const upper = sorted[middle] ?? NaN;
	return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/**
 * Runs all contestants in turn, round after round, so that a slow moment of the machine hits them alike. Every other round
 * goes backwards: each then runs as often after the other as after itself, and what a run leaves behind for the next one to
 * clean up hits them alike too.
 */
export async function inTurn<Name extends string>(
	rounds: number,
	contestants: Record<Name, () => Promise<number>>,
): Promise<Record<Name, number>> {
	const names = Object.keys(contestants) as Name[];
	const results = Object.fromEntries(names.map((name) => [name, [] as number[]]));
	for (let round = 0; round < rounds; round++) {
		const order = round % 2 === 0 ? names : [...names].reverse();
		for (const name of order) results[name]?.push(await contestants[name]());
	}
	const medians = names.map((name) => [name, median(results[name] ?? [])] as const);
	return Object.fromEntries(medians) as Record<Name, number>;
}
