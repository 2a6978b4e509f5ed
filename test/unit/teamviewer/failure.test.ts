import { NodeApiError, type INode, type JsonObject } from 'n8n-workflow';

import { readAnswer, readFailure } from '../../../nodes/TeamViewer/teamviewer/failure';

/** n8n wraps what its HTTP helpers throw; from 1.102 to 2.33 without a trace of what it wrapped. */
describe('a failed request on an n8n that loses the cause of its errors', () => {
	const wrapped = (error: object, isLost: boolean) => {
		const wrap = new NodeApiError({ type: 'node' } as INode, error as JsonObject);
		if (isLost) Object.assign(wrap, { cause: undefined });
		return wrap;
	};
	const axiosError = (message: string, more: object) => Object.assign(new Error(message), more);
	const answered = (status: number, data: unknown) =>
		axiosError(`Request failed with status code ${status}`, {
			code: 'ERR_BAD_REQUEST',
			status,
			response: { status, data, headers: {} },
		});

	it.each([
		['a refusal in words', answered(400, { error: 'invalid_request', error_description: 'No.' })],
		['the rate limit', answered(403, { error: 'rate_limit_reached', error_code: 1 })],
		['a refusal of bytes', answered(404, Buffer.from('{"error":"not_found"}'))],
		["a proxy's error page", answered(502, '<html>Bad gateway</html>')],
		['an expired token', answered(401, { error: 'token_expired' })],
		['a dropped connection', axiosError('socket hang up', { code: 'ECONNRESET' })],
		['a stopped execution', axiosError('canceled', { code: 'ERR_CANCELED' })],
		['a credential never connected', new Error('OAuth credentials not connected')],
		[
			'a revoked access',
			axiosError('The grant is invalid', { code: 'EAUTH', body: { error: 'invalid_grant' } }),
		],
		[
			'a refresh refused without words',
			axiosError('HTTP status 400', { code: 'ESTATUS', status: 400, body: '' }),
		],
	])('is told as on every other: %s', (_situation, error) => {
		// That the answer was a page is lost too.
		const known = { ...readFailure(wrapped(error, false)), isMarkup: undefined };
		expect(readFailure(wrapped(error, true))).toEqual(known);
		expect(readFailure(wrapped(error, true)).kind).not.toBe('other');
	});
});

describe('An error of the newer endpoints', () => {
	it.each([
		[
			'as documented',
			{
				IsSuccess: false,
				Error: {
					ExceptionName: 'NotFoundException',
					Message: 'Not found.',
					ValidationErrors: { name: ['It is taken.'] },
				},
			},
		],
		[
			'in the other case',
			{
				isSuccess: false,
				error: {
					exceptionName: 'NotFoundException',
					message: 'Not found.',
					validationErrors: { name: ['It is taken.'] },
				},
			},
		],
	])('is understood with its keys %s', (_, body) => {
		expect(readAnswer(404, body)).toMatchObject({
			status: 404,
			category: 'notfoundexception',
			description: "Not found. 'name': It is taken.",
		});
	});
});
