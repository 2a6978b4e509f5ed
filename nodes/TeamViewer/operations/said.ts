import type { IExecuteFunctions } from 'n8n-workflow';

/** What the user was already told in each execution. */
const SAID = new WeakMap<IExecuteFunctions, Set<string>>();

/** Whether this is to be said for the first time: a thousand items give one hint, not a thousand. */
export function isNews(execution: IExecuteFunctions, message: string): boolean {
	const said = SAID.get(execution) ?? new Set();
	SAID.set(execution, said);
	if (said.has(message)) return false;
	said.add(message);
	return true;
}
