import { isRecord } from '../isRecord';
import { valueOf } from '../keyCase';
import type { Policy } from '../types';
import { pick, type Simple } from './pick';

/** Picks which policy it is, and tells its settings in one text. */
export function simplifyPolicy(policy: Policy): Simple {
	const settings = valueOf(policy, 'settings');
	return {
		...pick(policy, ['policy_id', 'name']),
		...(Array.isArray(settings) && { settings: settings.map(describe).join('; ') }),
	};
}

/** `DisableTeamViewerShutdown: true (enforced)`. Sources spell the keys in two ways. */
function describe(setting: unknown): string {
	const { key, value, enforce } = inLowerCase(setting);
	const text = `${asText(key)}: ${asText(value)}`;
	return enforce === true ? `${text} (enforced)` : text;
}

function inLowerCase(setting: unknown): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(isRecord(setting) ? setting : {}).map(([key, value]) => [
			key.toLowerCase(),
			value,
		]),
	);
}

function asText(value: unknown): string {
	return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
