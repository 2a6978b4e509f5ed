import { z } from 'zod';
import type { Policies, PolicyType } from '../../company/estate/Estate';
import { invalidRequest } from '../../errors';
import { nothingToChange } from '../newerErrors';
import type { Service } from '../service';

/** 1 TeamViewer, 4 monitoring, 5 patch management; always the number. */
export const policyType = z.union([z.literal(1), z.literal(4), z.literal(5)]);

export const removePolicyBody = z.object({ policy_type: policyType }).strict();

/** Assigns a policy; false where it is assigned already. */
export function setPolicy(
	{ company }: Service,
	policies: Policies,
	type: PolicyType,
	policyId: string,
): boolean {
	const id = policyId.toLowerCase();
	// Policies of monitoring and patches are made elsewhere: any id will do for them here.
	if (type === 1 && !company.policies.some(({ policy_id }) => policy_id === id)) {
		throw invalidRequest('There is no such policy.');
	}
	const changes = policies[type] !== id;
	policies[type] = id;
	return changes;
}

/** Takes the policy of this type away; a 400 where there is none. */
export function removePolicy(policies: Policies, type: PolicyType): void {
	if (policies[type] === undefined) throw nothingToChange();
	delete policies[type];
}
