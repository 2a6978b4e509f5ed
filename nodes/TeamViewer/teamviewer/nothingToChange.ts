import { reasonOf } from './teamViewerError';

/**
 * Sends a change that TeamViewer refuses where it would change nothing, as everything below `/managed` does. How it says so
 * is not known, so after a refusal the record is looked at: where it already is as wanted, all is well.
 */
export async function unlessAlready(
	send: () => Promise<unknown>,
	isAlready: () => Promise<boolean>,
): Promise<void> {
	await send().catch(async (error: unknown) => {
		const isAsWanted = reasonOf(error) === 'refused' && (await isAlready().catch(() => false));
		if (!isAsWanted) throw error as Error;
	});
}
