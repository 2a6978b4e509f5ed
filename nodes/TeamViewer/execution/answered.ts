import { isRecord } from '../teamviewer/isRecord';

/** What TeamViewer answered to a change, or that it succeeded where it answered nothing. */
export function answered(answer: unknown): object {
	return isRecord(answer) && Object.keys(answer).length > 0 ? answer : { success: true };
}
