/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, is never shipped */
/** Waits this many milliseconds. */
export async function pause(milliseconds: number): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

export interface Patience {
	/** What is waited for, as the end of the sentence "Waited 30 s for …". */
	for: string;
	/** How long to wait before giving up. Default 180,000 ms, which is three polls of a trigger. */
	timeoutMs?: number;
	/** The pause between two looks. Default 200 ms. */
	everyMs?: number;
}

/**
 * Looks again and again until `look` gives something other than undefined.
 *
 * @throws when the time is up, saying what was waited for; whatever `look` throws ends the waiting at once
 */
export async function waitFor<T>(
	look: () => Promise<T | undefined> | T | undefined,
	{ for: what, timeoutMs = 180_000, everyMs = 200 }: Patience,
): Promise<T> {
	const end = Date.now() + timeoutMs;
	for (;;) {
		const found = await look();
		if (found !== undefined) return found;
		if (Date.now() > end) throw new Error(`Waited ${timeoutMs / 1000} s for ${what}`);
		await pause(everyMs);
	}
}
