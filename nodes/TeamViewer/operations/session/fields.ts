import type { Added } from '../../fields/collection';
import { required } from '../../fields/field';
import { sessionLocator } from '../../fields/locators/session';
import { assigneeLocator } from '../../fields/locators/user';
import { checkEmail, checkPhoneNumber, dataText, freeText, text } from '../../fields/text';
import type { SessionInput } from '../../teamviewer/types';
import { withoutUndefined } from '../../teamviewer/withoutUndefined';

/** Which session; shared by get, update and close. */
export const SESSION = required(
	sessionLocator({ displayName: 'Session', description: 'The support session, open or closed' }),
);

/** What can be said about a session both when it is created and later. Source of the limits: the API manual. */
export const DETAILS = {
	assignedUser: assigneeLocator({
		displayName: 'Assigned User',
		description: 'The supporter who takes care of the session',
	}),
	customApi: dataText({
		displayName: 'Custom API Data',
		apiName: 'custom_api',
		placeholder: 'e.g. TICKET-1042',
		maxLength: 4_000,
		cleared: '',
		description:
			'Up to 4,000 characters of your own, text or JSON, such as a ticket ID. It is seen through the API only and comes back in the connection report.',
	}),
	description: freeText({
		displayName: 'Description',
		apiName: 'description',
		rows: 3,
		placeholder: 'e.g. Printer does not print',
		maxLength: 4_000,
		cleared: '',
		description: 'What the session is about, up to 4,000 characters; supporters see it',
	}),
	endCustomerEmail: text({
		displayName: 'End Customer Email',
		apiName: ['end_customer', 'email'],
		placeholder: 'e.g. nathan@example.com',
		maxLength: 254,
		cleared: '',
		check: checkEmail,
		description: 'Email address of the customer, up to 254 characters',
	}),
	endCustomerName: text({
		displayName: 'End Customer Name',
		apiName: ['end_customer', 'name'],
		placeholder: 'e.g. Nathan Smith',
		maxLength: 100,
		cleared: '',
		description: 'Name of the customer, up to 100 characters',
	}),
	smsInviteNumber: text({
		displayName: 'SMS Invitation Number',
		apiName: 'sms_invite_number',
		placeholder: 'e.g. +49 151 0000000',
		check: checkPhoneNumber,
		whenEmpty: 'Give a phone number.',
		description:
			'Phone number that TeamViewer sends an invitation to; it does not tell whether that arrived',
	}),
	waitingMessage: freeText({
		displayName: 'Waiting Message',
		apiName: 'waiting_message',
		placeholder: 'e.g. We will be with you in a minute',
		cleared: '',
		description: 'What the customer reads while waiting for a supporter',
	}),
};

/** The details as TeamViewer takes them. Nothing is sent for what was not filled in. */
export function toSessionInput(details: Added<typeof DETAILS>): SessionInput {
	const { endCustomerName: name, endCustomerEmail: email } = details;
	return withoutUndefined({
		assigned_userid: details.assignedUser,
		custom_api: details.customApi,
		description: details.description,
		sms_invite_number: details.smsInviteNumber,
		end_customer:
			name === undefined && email === undefined ? undefined : withoutUndefined({ name, email }),
		waiting_message: details.waitingMessage,
	});
}
