import { operation } from '../../execution/operation';
import { SIMPLIFY } from '../../fields/simplify';
import { choice } from '../../fields/choice';
import { additionalFields, then } from '../../fields/collection';
import { moment } from '../../fields/date';
import { required } from '../../fields/field';
import { groupOrNameLocator } from '../../fields/locators/group';
import { number } from '../../fields/number';
import { createSession } from '../../teamviewer/sessions';
import { withoutUndefined } from '../../teamviewer/withoutUndefined';
import { DETAILS, toSessionInput } from './fields';
import { shown } from './shown';
import { validUntil } from './validUntil';

const MORE = {
	...DETAILS,
	sessionType: choice({
		displayName: 'Session Type',
		apiName: 'support_session_type',
		options: [
			{
				name: 'Assist AR',
				value: 'Pilot',
				description: "Augmented reality support through the customer's camera",
			},
			{ name: 'Default', value: 'Default', description: 'Remote support' },
		],
		default: 'Default',
		description: 'What kind of support the session is for',
	}),
	validFor: number({
		displayName: 'Valid For (Hours)',
		apiName: 'valid_until',
		default: 24,
		minimum: 0,
		isAllowed: (hours) => hours > 0,
		kind: 'a number above zero',
		remedy: 'E.g. 24 for a day.',
		description:
			'How many hours from now the session can be used. Without it and without Valid Until TeamViewer gives it 24 hours.',
	}),
	validUntil: moment({
		displayName: 'Valid Until',
		apiName: 'valid_until',
		description: 'When the session ends',
	}),
};

export const create = operation({
	name: 'Create',
	action: 'Create session',
	description: 'Create a support session and get its code and its links for customer and supporter',
	changes: true,
	fields: {
		group: required(
			groupOrNameLocator({
				displayName: 'Group',
				description: 'The group that the session is listed in',
			}),
		),
		simplify: SIMPLIFY,
		additionalFields: then(additionalFields(MORE), (given) => ({
			...toSessionInput(given),
			...withoutUndefined({
				support_session_type: given.sessionType,
				valid_until: validUntil(given.validFor, given.validUntil),
			}),
		})),
	},
	async run({ group, simplify, additionalFields: details }, { teamviewer, output }) {
		return [output(shown(await createSession(teamviewer, { ...group, ...details }), simplify))];
	},
});
