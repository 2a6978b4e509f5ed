import { required } from '../../fields/field';
import { policyLocator } from '../../fields/locators/policy';
import { simplifyPolicy } from '../../teamviewer/simplify/policy';
import type { Policy } from '../../teamviewer/types';

/** Which policy; shared by everything that works on one. */
export const POLICY = required(
	policyLocator({ displayName: 'Policy', description: 'The TeamViewer policy' }),
);

/** A policy as the user wants to see it. */
export function shown(policy: Policy, simplify: boolean): object {
	return simplify ? simplifyPolicy(policy) : policy;
}
