/** What TeamViewer calls a value, and the field in which a user gave it. */
const FIELDS: Readonly<Record<string, string>> = {
	AccountEmails: 'Account Emails',
	assigned_userid: 'Assigned User',
	billing_state: 'Billing State',
	custom_api: 'Custom API Data',
	description: 'Description',
	deviceid: 'Device ID',
	devicename: 'Device Name',
	email: 'Email',
	end_customer: 'End Customer Name or Email',
	EndDate: 'End Date',
	EventNames: 'Event Names',
	EventTypes: 'Event Types',
	from_date: 'Started After',
	groupid: 'Group',
	groupname: 'Group',
	has_code: 'Has Session Code',
	name: 'Name',
	notes: 'Notes',
	online_state: 'Online State',
	originid: 'Origin ID',
	remotecontrol_id: 'Remote Control ID',
	session_code: 'Session Code',
	sms_invite_number: 'SMS Invitation Number',
	StartDate: 'Start Date',
	state: 'State',
	support_session_type: 'Session Type or Connection Type',
	targetid: 'Target ID',
	to_date: 'Ended Before',
	userid: 'User',
	username: 'Username',
	valid_until: 'Valid For or Valid Until',
	waiting_message: 'Waiting Message',
};

/** The fields that a text of TeamViewer's speaks of. A name that is an English word too counts in quotes only. */
export function fieldsNamedIn(text: string): string[] {
	const named = Object.entries(FIELDS).filter(([name]) =>
		new RegExp(isWord(name) ? `['"]${name}['"]` : `\\b${name}\\b`).test(text),
	);
	return [...new Set(named.map(([, field]) => field))];
}

function isWord(name: string): boolean {
	return ['description', 'email', 'name', 'notes', 'state', 'username'].includes(name);
}
