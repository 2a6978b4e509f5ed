import { isRecord } from './isRecord';
import { valueOf } from './keyCase';
import type { Page } from './pages';
import { UnexpectedAnswer } from './teamViewerError';

/**
 * The records of a list answer. Newer endpoints can send null for an empty list.
 *
 * @param isDoubtful whether the request may have changed something.
 * @throws {UnexpectedAnswer} when the list is missing or holds something else than objects: a shorter list would look
 * like the truth.
 */
export function recordsOf<T>(answer: object, key: string, isDoubtful = false): T[] {
	return recordsIn<T>(valueOf(answer, key), `list '${key}'`, isDoubtful);
}

/** The same where the list is the answer itself. `list` names it in the error. */
export function recordsIn<T>(records: unknown, list: string, isDoubtful = false): T[] {
	if (records === null) return [];
	if (!Array.isArray(records)) {
		throw new UnexpectedAnswer(`TeamViewer's answer has no ${list}`, isDoubtful);
	}
	if (!records.every(isRecord)) {
		throw new UnexpectedAnswer(
			`TeamViewer's ${list} holds something else than records`,
			isDoubtful,
		);
	}
	return records as T[];
}

/**
 * A single record that comes as it is, or as a list of one.
 *
 * @param thing names it in the error: `user u1`.
 * @param isDoubtful whether the request may have changed something.
 * @throws {UnexpectedAnswer} when the list is empty.
 */
export function onlyRecordOf<T extends object>(
	answer: object,
	key: string,
	thing: string,
	isDoubtful = false,
): T {
	if (!has(answer, key)) return answer as T;
	const [record] = recordsOf<T>(answer, key, isDoubtful);
	if (!record) throw new UnexpectedAnswer(`TeamViewer's answer holds no ${thing}`, isDoubtful);
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
	if (!isRecord(answer) || !has(answer, key)) {
		throw new UnexpectedAnswer(
			`TeamViewer's answer is not a ${thing}: it has no ${key}`,
			isDoubtful,
		);
	}
	return answer;
}

/** Whether something stands under a key, spelled in any case; null, which newer endpoints send, is as good as nothing. */
export function has(answer: object, key: string): boolean {
	return (valueOf(answer, key) ?? null) !== null;
}

/** A list of bare values, such as IDs: where it stands, and what a value is called in a record of its own. */
export interface ValueList {
	key: string;
	field: string;
	tokenKey: string;
}

/**
 * One page of such a list, each value as a record: `{ roleId: '…' }`. An empty list can be null.
 *
 * @throws {UnexpectedAnswer} when the list is missing or holds something else than texts and numbers.
 */
export function pageOfValues<T>(answer: object, { key, field, tokenKey }: ValueList): Page<T> {
	const found = valueOf(answer, key);
	const values: unknown = found === null ? [] : found;
	if (!Array.isArray(values)) {
		throw new UnexpectedAnswer(`TeamViewer's answer has no list '${key}'`);
	}
	if (!values.every((value) => textOf(value) !== undefined)) {
		throw new UnexpectedAnswer(`TeamViewer's list '${key}' holds something else than values`);
	}
	const next = textOf(valueOf(answer, tokenKey));
	return { records: values.map((value) => ({ [field]: value }) as T), ...(next && { next }) };
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
