import { isRecord } from './isRecord';
import type { Page } from './pages';
import { UnexpectedAnswer } from './teamViewerError';

/**
 * The records of a list answer.
 *
 * @throws {UnexpectedAnswer} when the list is missing or holds something else than objects: a shorter list would look
 * like the truth.
 */
export function recordsOf<T>(answer: object, key: string): T[] {
	return recordsIn<T>(valueOf(answer, key), `list '${key}'`);
}

/** What stands under a key. The service reads keys without case, and its answers differ by endpoint: so does this. */
export function valueOf(answer: object, key: string): unknown {
	if (key in answer) return (answer as Record<string, unknown>)[key];
	const wanted = key.toLowerCase();
	return Object.entries(answer).find(([name]) => name.toLowerCase() === wanted)?.[1];
}

/** The same where the list is the answer itself. `list` names it in the error. */
export function recordsIn<T>(records: unknown, list: string): T[] {
	if (!Array.isArray(records)) {
		throw new UnexpectedAnswer(`TeamViewer's answer has no ${list}`);
	}
	if (!records.every(isRecord)) {
		throw new UnexpectedAnswer(`TeamViewer's ${list} holds something else than records`);
	}
	return records as T[];
}

/**
 * A single record that comes as it is, or as a list of one.
 *
 * @param thing names it in the error: `user u1`.
 * @throws {UnexpectedAnswer} when the list is empty.
 */
export function onlyRecordOf<T extends object>(answer: object, key: string, thing: string): T {
	if (valueOf(answer, key) === undefined) return answer as T;
	const [record] = recordsOf<T>(answer, key);
	if (!record) throw new UnexpectedAnswer(`TeamViewer's answer holds no ${thing}`);
	return record;
}

/**
 * A single record.
 *
 * @param thing names it in the error: `user`.
 * @param key is the field that every such record has.
 * @param isDoubtful whether the request may have changed something.
 * @throws {UnexpectedAnswer} when the answer is something else.
 */
export function recordWith<T extends object>(
	answer: T,
	thing: string,
	key: keyof T & string,
	isDoubtful = false,
): T {
	if (!isRecord(answer) || (valueOf(answer, key) ?? null) === null) {
		throw new UnexpectedAnswer(
			`TeamViewer's answer is not a ${thing}: it has no ${key}`,
			isDoubtful,
		);
	}
	return answer;
}

/** One page of a list whose next page is named by `tokenKey` and whose rest is counted by `remainingKey`. */
export function pageOf<T>(
	answer: object,
	key: string,
	tokenKey: string,
	remainingKey?: string,
): Page<T> {
	const token = textOf(valueOf(answer, tokenKey));
	const remaining = remainingKey === undefined ? undefined : valueOf(answer, remainingKey);
	return {
		records: recordsOf<T>(answer, key),
		// The last page may name a next one all the same; then nothing remains.
		...(token && remaining !== 0 && { next: token }),
		...(typeof remaining === 'number' && remaining > 0 && { remaining }),
	};
}

function textOf(token: unknown): string | undefined {
	return typeof token === 'string' || typeof token === 'number' ? String(token) : undefined;
}
