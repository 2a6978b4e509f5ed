import type { INodeProperties } from 'n8n-workflow';

import { assigneeField } from '../../pickers/user';
import { sessionField } from '../../pickers/session';

/** Which session; shared by get, update and close. */
export const SESSION_FIELD: INodeProperties = sessionField({
	name: 'session',
	displayName: 'Session',
	description: 'The support session, open or closed',
	required: true,
});

/** What can be said about a session both when it is created and later. */
export const DETAIL_FIELDS = {
	assignedUser: assigneeField({
		name: 'assignedUser',
		displayName: 'Assigned User',
		description: 'The supporter who takes care of the session',
	}),
	customApi: {
		displayName: 'Custom API Data',
		name: 'customApi',
		type: 'string',
		default: '',
		placeholder: 'e.g. TICKET-1042',
		description:
			'Up to 4,000 characters of your own, text or JSON, such as a ticket ID. It is seen through the API only and comes back in the connection report.',
	},
	description: {
		displayName: 'Description',
		name: 'description',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. Printer does not print',
		description: 'What the session is about, up to 4,000 characters; supporters see it',
	},
	endCustomerEmail: {
		displayName: 'End Customer Email',
		name: 'endCustomerEmail',
		type: 'string',
		default: '',
		placeholder: 'e.g. nathan@example.com',
		description: 'Email address of the customer, up to 254 characters',
	},
	endCustomerName: {
		displayName: 'End Customer Name',
		name: 'endCustomerName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Nathan Smith',
		description: 'Name of the customer, up to 100 characters',
	},
	waitingMessage: {
		displayName: 'Waiting Message',
		name: 'waitingMessage',
		type: 'string',
		default: '',
		placeholder: 'e.g. We will be with you in a minute',
		description: 'What the customer reads while waiting for a supporter',
	},
} satisfies Record<string, INodeProperties>;
