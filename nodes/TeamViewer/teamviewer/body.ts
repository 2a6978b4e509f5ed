import { isRead, type ApiRequest } from './request';
import { UnexpectedAnswer } from './teamViewerError';

/** What n8n's request helper hands over. */
export interface Answer {
	body: unknown;
	statusCode: number;
	headers: Record<string, unknown>;
}

/**
 * The JSON of an answer; undefined where there is none and none is needed.
 *
 * @throws {UnexpectedAnswer} for anything else. A page of markup is a sign-in form or a proxy's, whatever its status.
 */
export function readBody({ body }: Answer, request: ApiRequest): unknown {
	const { method, mayBeEmpty } = request;
	if (typeof body === 'object' && body !== null) return body;
	const text = body === null || body === undefined ? '' : String(body).trim();
	if (mayBeEmpty && text === '') return undefined;
	const needsNoBody = method === 'PUT' || method === 'DELETE';
	if (needsNoBody && !text.startsWith('<')) return undefined;
	throw isNoJson(request);
}

/**
 * The bytes of an answer.
 *
 * @throws {UnexpectedAnswer} when there are none, or they are a page or JSON: a proxy's sign-in page is no picture.
 */
export function readBinary({ body, headers }: Answer, request: ApiRequest): Buffer {
	const bytes = Buffer.from(body as ArrayBuffer);
	const type = String(headers['content-type'] ?? '');
	const isText =
		/^\s*(text\/|application\/(json|xhtml))/i.test(type) ||
		/^\s*[<{[]/.test(bytes.subarray(0, 64).toString('latin1').replace(/^ï»¿/, ''));
	if (bytes.length > 0 && !isText) return bytes;
	throw new UnexpectedAnswer(`TeamViewer answered ${request.path} with something else than a file`);
}

function isNoJson(request: ApiRequest): UnexpectedAnswer {
	return new UnexpectedAnswer(
		`TeamViewer answered ${request.path} with something else than JSON`,
		!isRead(request),
	);
}
