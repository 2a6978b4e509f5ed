import { inSteps } from './change';
import type { TeamViewerClient } from './client';
import { reasonOf } from './teamViewerError';

/** TeamViewer numbers the kinds of policies; the names are for people. Source: its PowerShell module. */
export const POLICY_TYPES = {
	teamViewer: { number: 1, name: 'TeamViewer' },
	monitoring: { number: 4, name: 'monitoring' },
	patchManagement: { number: 5, name: 'patch management' },
} as const;

/** A kind of policy. */
export type PolicyType = (typeof POLICY_TYPES)[keyof typeof POLICY_TYPES];

/**
 * Takes policies of a managed device or a device group away, one request each. TeamViewer refuses it for a kind that is not
 * set: the others are still to be taken away.
 *
 * @param record is its path.
 * @param subject names it in an error.
 */
export async function removePolicies(
	client: TeamViewerClient,
	record: string,
	types: PolicyType[],
	subject: string,
): Promise<void> {
	await client.inTurn(record, async () =>
		inSteps(
			types.map(({ number, name }) => ({
				send: async () =>
					await client.act('PUT', `${record}/policy/remove`, {
						body: { policy_type: number },
						subject,
					}),
				done: `the ${name} policy was removed`,
			})),
			(failure) => reasonOf(failure) === 'refused',
		),
	);
}
