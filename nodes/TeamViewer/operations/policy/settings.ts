import { InvalidInput } from '../../errors/invalidInput';
import { then } from '../../fields/collection';
import type { Field } from '../../fields/field';
import { json } from '../../fields/json';
import { isRecord } from '../../teamviewer/isRecord';
import type { PolicySetting } from '../../teamviewer/types';

const LABEL = 'Settings';

const EXAMPLE = '[{ "Key": "DisableTeamViewerShutdown", "Value": true, "Enforce": true }]';

/** TeamViewer's spelling. Source: API manual; TeamViewer's PowerShell module tells people to write them in lower case. */
const KEYS = ['Key', 'Value', 'Enforce'] as const;

/**
 * The settings of a policy, as a policy that exists has them: TeamViewer documents no list of keys. The keys may be written
 * in any case.
 */
export function settingsField(
	description: string,
	initial: string,
): Field<PolicySetting[] | undefined> {
	const list = json<unknown[]>({
		displayName: LABEL,
		apiName: 'settings',
		default: initial,
		isAllowed: (value): value is unknown[] => Array.isArray(value),
		kind: 'a list of settings',
		whenEmpty: `Give a list like ${EXAMPLE}; [] is a policy without settings.`,
		description: `${description}. A list like ${EXAMPLE}; take the keys from a policy got with Simplify turned off. Enforced settings cannot be changed on the device.`,
	});
	return then(list, (settings) => settings?.map(read));
}

function read(setting: unknown, index: number): PolicySetting {
	const spelt = spell(setting);
	const { Key, Value, Enforce = false } = spelt;
	if (typeof Key !== 'string' || Key.trim() === '' || Value === undefined) {
		throw wrong(index, 'needs a Key, which is text, and a Value');
	}
	if (typeof Enforce !== 'boolean') throw wrong(index, 'has an Enforce that is not true or false');
	return { ...spelt, Key: Key.trim(), Value, Enforce };
}

function spell(setting: unknown): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(isRecord(setting) ? setting : {}).map(([key, value]) => [
			KEYS.find((known) => known.toLowerCase() === key.toLowerCase()) ?? key,
			value,
		]),
	);
}

function wrong(index: number, what: string): InvalidInput {
	return new InvalidInput(
		`'${LABEL}' cannot be used: its entry ${index + 1} ${what}`,
		`An entry looks like ${EXAMPLE.slice(1, -1)}.`,
	);
}
