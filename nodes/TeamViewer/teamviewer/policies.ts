import { has, onlyRecordOf, recordsOf, recordWith } from './answer';
import { change, UnreadChange } from './change';
import type { TeamViewerClient } from './client';
import { isRecord } from './isRecord';
import { path } from './request';
import { UnexpectedAnswer } from './teamViewerError';
import type { Policy, PolicySetting } from './types';

/** What `POST /teamviewerpolicies` takes; TeamViewer's PowerShell module always sends all three. */
export interface PolicyInput {
	name: string;
	settings: PolicySetting[];
	/** Whether it becomes the policy of every device that has no other. */
	default: boolean;
}

/** All TeamViewer policies; TeamViewer does not page them. Needs a user token. */
export async function listPolicies(client: TeamViewerClient): Promise<Policy[]> {
	return recordsOf<Policy>(await client.get('/teamviewerpolicies'), 'policies');
}

/** One policy; TeamViewer sends it as a list of one (API manual); the policy itself is understood too. Needs a user token. */
export async function getPolicy(client: TeamViewerClient, id: string): Promise<Policy> {
	const policy = `policy ${id}`;
	const answer = await client.get<object>(path`/teamviewerpolicies/${id}`, undefined, policy);
	return recordWith(onlyRecordOf<Policy>(answer, 'policies', policy), 'policy', 'policy_id');
}

/**
 * Makes a policy. Needs a user token. OpenAPI document: the answer is the policy; TeamViewer's PowerShell module does not
 * count on it, so where it is missing the policy is looked up by its name.
 */
export async function createPolicy(client: TeamViewerClient, input: PolicyInput): Promise<Policy> {
	const answer = await client.act<object>('POST', '/teamviewerpolicies', { body: input });
	const [policy] =
		answer && has(answer, 'policies') ? recordsOf<Policy>(answer, 'policies', true) : [answer];
	if (isRecord(policy) && has(policy, 'policy_id')) return policy as Policy;
	return await madePolicy(client, input.name).catch((cause: unknown) => {
		throw new UnreadChange('The policy was created', cause);
	});
}

async function madePolicy(client: TeamViewerClient, name: string): Promise<Policy> {
	const [policy, another] = (await listPolicies(client)).filter((one) => one.name === name);
	if (policy && !another) return policy;
	throw new UnexpectedAnswer(
		`TeamViewer did not say which one it is, and ${another ? 'several policies have' : 'no policy has'} this name`,
	);
}

/** Changes a policy; undefined where the result is not to be read. Needs a user token. */
export async function updatePolicy(
	client: TeamViewerClient,
	id: string,
	changes: Partial<Omit<PolicyInput, 'default'>>,
	isRead: boolean,
): Promise<Policy | undefined> {
	const record = path`/teamviewerpolicies/${id}`;
	return await change(client, {
		record,
		send: async () => await client.act('PUT', record, { body: changes, subject: `policy ${id}` }),
		done: 'The policy was changed',
		...(isRead && { read: async () => await getPolicy(client, id) }),
	});
}

/** Deletes a policy for good. Needs a user token. */
export async function deletePolicy(client: TeamViewerClient, id: string): Promise<void> {
	const record = path`/teamviewerpolicies/${id}`;
	await client.inTurn(record, async () => {
		await client.delete(record, `policy ${id}`);
	});
}
