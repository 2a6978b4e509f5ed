import { TeamViewerError } from '../../teamviewer/teamViewerError';

/**
 * A call that is not sent again in this poll once TeamViewer refused it for its rate limit, the client's own tries
 * included: what is used up does not come back so soon.
 */
export function untilRefused<Given extends unknown[], T>(
	call: (...given: Given) => Promise<T>,
): (...given: Given) => Promise<T> {
	let refusal: TeamViewerError | undefined;
	return async (...given) => {
		if (refusal) throw refusal;
		return await call(...given).catch((error: unknown) => {
			if (error instanceof TeamViewerError && error.reason === 'rateLimit') refusal = error;
			throw error;
		});
	};
}
