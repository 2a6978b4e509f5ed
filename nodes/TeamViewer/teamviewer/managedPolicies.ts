import { inSteps } from './change';
import type { TeamViewerClient } from './client';

/** TeamViewer numbers the kinds of policies; the names are for people. Source: its PowerShell module. */
export const POLICY_TYPES = {
	teamViewer: { number: 1, name: 'TeamViewer' },
	monitoring: { number: 4, name: 'monitoring' },
	patchManagement: { number: 5, name: 'patch management' },
} as const;

/** A kind of policy. */
export type PolicyType = (typeof POLICY_TYPES)[keyof typeof POLICY_TYPES];

/**
 * Takes policies of a managed device or a device group away, one request each.
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
		),
	);
}
