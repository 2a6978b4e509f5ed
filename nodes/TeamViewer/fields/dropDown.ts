import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { toNodeError } from '../errors/toNodeError';
import { TeamViewerClient } from '../teamviewer/client';
import type { Reason } from '../teamviewer/reason';
import { reasonOf } from '../teamviewer/teamViewerError';

/** So long a drop-down may take until it shows entries or says why not. Milliseconds; a second is n8n's own. */
const LONGEST_SEARCH = 19_000;

/** Nothing can be chosen, nor run, before the credential works. */
const WITHOUT_ACCESS = new Set([
	'n8n',
	'refreshRefused',
	'tokenExpired',
	'tokenRefused',
	'unconnected',
]);

/**
 * Fills a drop-down, or says why not, and that there is another way. n8n shows four lines of it, so TeamViewer's own words
 * are left out: they would push what to do out of sight.
 *
 * @param otherWay is a sentence: `You can still choose By ID.`
 * @param advice makes of the usual remedy what fits this list.
 */
export async function withExcuse<T>(
	caller: ILoadOptionsFunctions,
	otherWay: string,
	fill: (client: TeamViewerClient) => Promise<T>,
	advice: (reason: Reason | undefined, remedy: string) => string = (_, remedy) => remedy,
): Promise<T> {
	const client = new TeamViewerClient(caller, { deadline: Date.now() + LONGEST_SEARCH });
	return await fill(client).catch((error: unknown) => {
		const reason = reasonOf(error);
		throw toNodeError(caller.getNode(), error, {
			isBrief: true,
			advice: (remedy) =>
				WITHOUT_ACCESS.has(reason ?? '') ? remedy : `${otherWay} ${advice(reason, remedy)}`.trim(),
		});
	});
}
