import { InvalidInput, quoted } from '../../inputs/invalidInput';
import { readMoment } from '../../inputs/dates';
import { readOption, readText } from '../../inputs/text';
import { groupOrNameField, requireGroup } from '../../pickers/group';
import { toTeamViewerDate } from '../../teamviewer/dates';
import { createSession } from '../../teamviewer/sessions';
import type { TeamViewerDate } from '../../teamviewer/types';
import { SIMPLIFY_FIELD } from '../fields';
import type { Item } from '../item';
import type { Operation } from '../operation';
import { present } from '../present';
import { DETAIL_FIELDS } from './fields';
import { readDetails } from './input';
import { sessionOutput } from './output';

const SESSION_TYPES = ['Default', 'Pilot'] as const;

export const create: Operation = {
	name: 'Create',
	action: 'Create session',
	description: 'Create a support session and get its code and its links for customer and supporter',
	fields: [
		groupOrNameField({
			name: 'group',
			displayName: 'Group',
			description: 'The group that the session is listed in',
			required: true,
		}),
		SIMPLIFY_FIELD,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				DETAIL_FIELDS.assignedUser,
				DETAIL_FIELDS.customApi,
				DETAIL_FIELDS.description,
				DETAIL_FIELDS.endCustomerEmail,
				DETAIL_FIELDS.endCustomerName,
				{
					displayName: 'Session Type',
					name: 'sessionType',
					type: 'options',
					options: [
						{ name: 'Default', value: 'Default', description: 'Remote support' },
						{
							name: 'Pilot',
							value: 'Pilot',
							description: "Augmented reality support through the customer's camera",
						},
					],
					default: 'Default',
					description: 'What kind of support the session is for',
				},
				{
					displayName: 'SMS Invitation Number',
					name: 'smsInviteNumber',
					type: 'string',
					default: '',
					placeholder: 'e.g. +49 151 0000000',
					description: 'Phone number that TeamViewer sends an invitation to',
				},
				{
					displayName: 'Valid For (Hours)',
					name: 'validFor',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: 24,
					description:
						'How many hours from now the session can be used. Without it and without Valid Until TeamViewer gives it 24 hours.',
				},
				{
					displayName: 'Valid Until',
					name: 'validUntil',
					type: 'dateTime',
					default: '',
					description: "When the session ends; without an offset in the workflow's time zone",
				},
				DETAIL_FIELDS.waitingMessage,
			],
		},
	],
	async run(item) {
		const group = requireGroup(item.parameter('group'), 'Group');
		const fields = item.collection('additionalFields');
		const session = await createSession(item.client, {
			...group,
			...readDetails(fields),
			...present({
				support_session_type: readOption(fields.sessionType, 'Session Type', SESSION_TYPES),
				sms_invite_number: readPhoneNumber(fields.smsInviteNumber),
				valid_until: readValidity(fields.validFor, fields.validUntil, item),
			}),
		});
		return [sessionOutput(item, session)];
	},
};

/** Source of the form: TeamViewer's OpenAPI document. */
function readPhoneNumber(value: unknown): string | undefined {
	const number = readText(value, 'SMS Invitation Number')?.trim();
	if (number && !/^\+?[\d ()/-]+$/.test(number)) {
		throw new InvalidInput(
			`'SMS Invitation Number' is ${quoted(number)}, which is not a phone number`,
			'Use digits, blanks, brackets, slashes and dashes, e.g. +49 151 0000000.',
		);
	}
	return number || undefined;
}

/** How long the session is valid, said in one of two ways; checked, since TeamViewer cannot change it later. */
function readValidity(hours: unknown, until: unknown, item: Item): TeamViewerDate | undefined {
	const moment = readMoment(until, 'Valid Until', item.timezone);
	const forHours = readText(hours, 'Valid For (Hours)');
	if (forHours !== undefined && moment !== undefined) {
		throw new InvalidInput(
			"'Valid For (Hours)' and 'Valid Until' cannot be used together",
			'Remove one of the two fields.',
		);
	}
	if (forHours !== undefined) {
		if (!(Number(forHours) > 0)) {
			throw new InvalidInput(
				"'Valid For (Hours)' must be a number above zero",
				'E.g. 24 for a day.',
			);
		}
		const end = Date.now() + Number(forHours) * 3_600_000;
		if (end > LATEST_DATE) {
			throw new InvalidInput("'Valid For (Hours)' is too large", 'E.g. 24 for a day.');
		}
		return toTeamViewerDate(end);
	}
	if (moment !== undefined && moment <= Date.now()) {
		throw new InvalidInput("'Valid Until' is in the past", 'Choose a moment in the future.');
	}
	return moment === undefined ? undefined : toTeamViewerDate(moment);
}

/** The last moment of the year 9999: later ones cannot be written in four digits. */
const LATEST_DATE = Date.UTC(9999, 11, 31);
