import type { Random } from '../random';
import { guid } from './ids';

/** One rule of a policy. */
export interface PolicySetting {
	Key: string;
	/** Any JSON. */
	Value: unknown;
	/** Whether the device's user is kept from changing it. */
	Enforce: boolean;
}

export interface Policy {
	policy_id: string;
	name: string;
	settings: PolicySetting[];
}

/** Policies for the places where devices stand; only keys that TeamViewer's manual names. */
export function writePolicies(random: Random): Policy[] {
	const policy = (name: string, ...settings: PolicySetting[]): Policy => ({
		policy_id: guid(random).toLowerCase(),
		name,
		settings,
	});
	return [
		policy('Standard', { Key: 'CheckForNewVersion', Value: 0, Enforce: false }),
		policy(
			'Shop tills',
			{ Key: 'DisableTeamViewerShutdown', Value: true, Enforce: true },
			{ Key: 'CheckForNewVersion', Value: 2, Enforce: true },
		),
		policy('Meeting rooms', {
			Key: 'EnableBlackScreenOnDisabledInput',
			Value: true,
			Enforce: false,
		}),
	];
}
