import type { INode, NodeApiError } from 'n8n-workflow';

import { CATALOGUE } from '../../../nodes/TeamViewer/errors/catalogue';
import { toNodeError } from '../../../nodes/TeamViewer/errors/toNodeError';
import { conceal } from '../../../nodes/TeamViewer/teamviewer/conceal';
import {
	readAnswer,
	readFailure,
	type Failure,
} from '../../../nodes/TeamViewer/teamviewer/failure';
import type { Reason } from '../../../nodes/TeamViewer/teamviewer/reason';
import type { ApiRequest } from '../../../nodes/TeamViewer/teamviewer/request';
import { TeamViewerError } from '../../../nodes/TeamViewer/teamviewer/teamViewerError';

const NODE: INode = {
	id: 'node',
	name: 'TeamViewer',
	type: 'n8n-nodes-teamviewer.teamViewer',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

interface Row {
	reason: Reason;
	/** What happened at TeamViewer. */
	situation: string;
	failure: Failure;
	request?: Partial<ApiRequest>;
	authentication?: 'oAuth2' | 'accessToken';
	message: string;
	description: string;
	cause?: string;
}

const answer = (status: number, category?: string, description?: string) =>
	readAnswer(status, { error: category, error_description: description, error_code: 1 });

const newerAnswer = (status: number, ExceptionName: string, Message: string) =>
	readAnswer(status, { IsSuccess: false, Error: { Message, ExceptionName, ValidationErrors: [] } });

const network = (code: string) => readFailure(Object.assign(new Error('no answer'), { code }));

const BUTTON = "press 'Switch account' (or 'Reconnect')";
const RECONNECT = `Open the TeamViewer OAuth2 API credential and ${BUTTON}, even if it says 'Account connected'.`;
const NEW_SCRIPT_TOKEN =
	"Create a new script token in TeamViewer (Edit profile > Apps) and paste it into 'Script Token' of the TeamViewer API credential.";
const TICK = `Tick it in TeamViewer (Edit profile > Apps), then ${BUTTON} in the credential.`;
const DOUBT =
	'It is not known whether TeamViewer carried the request out: look before you send it again.';

const permissionRow = (
	method: ApiRequest['method'],
	path: string,
	permission: string,
	note = '',
): Row => ({
	reason: 'permission',
	situation: `a missing permission for ${method} ${path}`,
	failure: answer(403, 'insufficient_scope', 'No.'),
	request: { method, path },
	message: `The TeamViewer token lacks a permission: ${permission}`,
	description: `${TICK}${note} TeamViewer said: HTTP 403, insufficient_scope, "No".`,
});

const USER_TOKEN = ' This operation does not work with a company token.';
const REPORTS = 'Connection reporting';
const VIEW_REPORTS =
	" The user's role must also allow it: View all connection reports, or View own connection reports.";
const QUOTA =
	'By licence, each kind of call may be made 300 times an hour (Free), or 7,200 (Business), 14,400 (Premium) or 36,000 (Corporate) times in 24 hours, counted per token; the quota comes back after that hour or those 24 hours. Until then nothing helps but waiting; afterwards run it with fewer items, or poll less often.';
const unnamed = (purpose: string) => `the one for ${purpose}, whose name is not documented`;

const may = (right: string) => `have the manager permission '${right}'`;
const mayAlsoNeed = (right: string) => `${may(right)}, and 'Policy Administration' to set a policy`;

/** What is needed beside the token's permission, as a manager of the thing. */
const managerRow = (method: ApiRequest['method'], path: string, right: string) =>
	permissionRow(
		method,
		path,
		`Device Groups: ${method === 'GET' ? 'read' : 'modifying'} operations`,
		` The token's user must also ${right}: look at the managers of the ${path.includes('/groups/') ? 'device group' : 'device'}.`,
	);
const ROWS: Row[] = [
	{
		reason: 'cancelled',
		situation: 'the user stops the execution',
		failure: readFailure(Object.assign(new Error('canceled'), { code: 'ERR_CANCELED' })),
		message: 'The execution was stopped',
		description: 'The request to TeamViewer was given up.',
	},
	{
		reason: 'unconnected',
		situation: 'the credential was saved but never connected',
		failure: readFailure(new Error('OAuth credentials not connected')),
		message: 'The TeamViewer credential is not connected yet',
		description: "Open the TeamViewer OAuth2 API credential and press 'Connect'.",
		cause: 'credential-invalid',
	},
	{
		reason: 'refreshRefused',
		situation: 'the refresh token was used before',
		failure: { kind: 'refresh' },
		message: 'TeamViewer refused to renew the access, please reconnect the credential',
		description: `${RECONNECT} The access was revoked, or its refresh token was used up.`,
		cause: 'credential-invalid',
	},
	...[
		answer(403, 'rate_limit_reached', 'Too many calls.'),
		answer(429, 'rate_limit_reached', 'Too many calls.'),
	].map((failure): Row => ({
		reason: 'rateLimit',
		situation: `too many calls, told as ${failure.status}`,
		failure,
		message: "TeamViewer's rate limit is reached",
		description: `${QUOTA} TeamViewer said: HTTP ${failure.status}, rate_limit_reached, "Too many calls".`,
		cause: 'rate-limited',
	})),
	...[401, 400].map((status): Row => ({
		reason: 'tokenExpired',
		situation: `the access token expired, told as ${status}`,
		failure: answer(status, 'token_expired', 'The access token expired'),
		message: 'The TeamViewer access token has expired',
		description: `${RECONNECT} TeamViewer said: HTTP ${status}, token_expired, "The access token expired".`,
		cause: 'credential-invalid',
	})),
	{
		reason: 'tokenRefused',
		situation: 'an OAuth2 token was revoked',
		failure: answer(401, 'invalid_token', 'The access token is invalid'),
		message: 'TeamViewer does not accept the access token',
		description: `${RECONNECT} TeamViewer said: HTTP 401, invalid_token, "The access token is invalid".`,
		cause: 'credential-invalid',
	},
	{
		reason: 'tokenRefused',
		situation: 'a script token was deleted, and the answer is a page',
		failure: readAnswer(401, '<html>Unauthorized</html>'),
		authentication: 'accessToken',
		message: 'TeamViewer does not accept the access token',
		description: NEW_SCRIPT_TOKEN,
		cause: 'credential-invalid',
	},
	{
		reason: 'blocked',
		situation: 'the IP address is blocked',
		failure: answer(403, 'blocked', 'Your IP address is blocked.'),
		message: "TeamViewer has blocked this n8n's IP address",
		description:
			'Contact TeamViewer support to have the address unblocked. TeamViewer said: HTTP 403, blocked, "Your IP address is blocked".',
	},
	{
		reason: 'sessionLimit',
		situation: 'too many sessions at once',
		failure: answer(400, 'invalid_request', 'Not possible due to license limitations.'),
		request: { method: 'POST', path: '/sessions' },
		message: 'The TeamViewer licence allows no further session at this time',
		description:
			'Too many sessions are open at once. Close sessions that are no longer needed, or extend the licence. TeamViewer said: HTTP 400, invalid_request, "Not possible due to license limitations".',
		cause: 'quota-exhausted',
	},
	{
		reason: 'licence',
		situation: 'the licence lacks connection reports',
		failure: answer(403, 'forbidden', 'Your license does not include connection reporting.'),
		request: { path: '/reports/connections' },
		message: 'The TeamViewer licence does not include this feature',
		description:
			'Connection reports need a Premium, Corporate or Tensor licence. TeamViewer said: HTTP 403, forbidden, "Your license does not include connection reporting".',
	},
	{
		reason: 'userTokenNeeded',
		situation: 'a company token names a group by its name',
		failure: answer(400, 'invalid_request', "Parameter 'groupname' needs a user access token."),
		request: { method: 'POST', path: '/sessions' },
		message: 'This needs the token of a user, but the credential holds one of the company',
		description:
			"Choose the group By ID instead of its name, or use a user's credential. TeamViewer said: HTTP 400, invalid_request, \"Parameter 'groupname' needs a user access token\".",
	},
	{
		reason: 'userTokenNeeded',
		situation: 'a company token filters by device name',
		failure: answer(400, 'invalid_request', "Parameter 'devicename' needs a user access token."),
		request: { path: '/reports/connections' },
		message: 'This needs the token of a user, but the credential holds one of the company',
		description:
			"Use a credential that a user connected, or a user's script token. TeamViewer said: HTTP 400, invalid_request, \"Parameter 'devicename' needs a user access token\".",
	},
	permissionRow('GET', '/sessions', 'Session management (Sessions.ReadAll or Sessions.ReadOwn)'),
	permissionRow('POST', '/sessions', 'Session management (Sessions.Create)'),
	permissionRow(
		'PUT',
		'/sessions/s1',
		'Session management (Sessions.ModifyAll or Sessions.ModifyOwn)',
	),
	permissionRow('GET', '/reports/connections', `${REPORTS} (Connections.Read)`, VIEW_REPORTS),
	permissionRow('GET', '/reports/devices', `${REPORTS} (Connections.Read)`, VIEW_REPORTS),
	permissionRow('PUT', '/reports/connections/1', `${REPORTS} (Connections.Modify)`, VIEW_REPORTS),
	permissionRow(
		'DELETE',
		'/reports/connections/1',
		`${REPORTS} (Connections.Delete)`,
		VIEW_REPORTS,
	),
	permissionRow(
		'GET',
		'/reports/connections/1/ai-summary',
		`${REPORTS} (Connections.Read)`,
		" The user's role must also allow it: Session Insights: View summaries.",
	),
	permissionRow(
		'GET',
		'/account',
		'Account management: view full profile (Account.Read)',
		USER_TOKEN,
	),
	permissionRow('GET', '/users', 'User management: view users (Users.Read)'),
	permissionRow(
		'GET',
		'/groups',
		'Group management: view groups (Groups.Read)',
		" With a company token TeamViewer gives only the groups of a chosen 'Owner'.",
	),
	permissionRow('GET', '/users/u1/groups', 'Group management: view groups (Groups.Read)'),
	permissionRow(
		'POST',
		'/users/u1/groups/g1/share_group',
		'Group management: share groups (Groups.Share)',
	),
	permissionRow('GET', '/usergroups', 'User Group management: view groups'),
	permissionRow('POST', '/usergroups/1/members', 'User Group management: edit groups'),
	permissionRow(
		'GET',
		'/devices',
		'Computers & Contacts: view entries (ContactList.Read)',
		USER_TOKEN,
	),
	permissionRow(
		'POST',
		'/contacts',
		'Computers & Contacts: add entries (ContactList.Create)',
		USER_TOKEN,
	),
	permissionRow('POST', '/devices/assign', unnamed('assigning devices'), USER_TOKEN),
	permissionRow('GET', '/userroles', unnamed('user roles')),
	permissionRow('GET', '/managed/devices', 'Device Groups: read operations'),
	permissionRow(
		'GET',
		'/managed/devices/company',
		'Device Groups: read operations',
		" The token's user must also belong to a company, as its administrator.",
	),
	managerRow('GET', '/managed/groups/1/devices', 'be one of its managers'),
	managerRow('PUT', '/managed/devices/1', mayAlsoNeed('Device Administration')),
	managerRow('PUT', '/managed/devices/1/description', may('Device Description')),
	managerRow(
		'PUT',
		'/managed/devices/1/groups',
		`${may('Device Administration')} on it, and 'Group Administration' on the device groups`,
	),
	managerRow('PUT', '/managed/groups/1/policy/remove', may('Policy Administration')),
	managerRow('DELETE', '/managed/devices/1', may('Manager Administration')),
	managerRow('PUT', '/managed/groups/1', mayAlsoNeed('Group Administration')),
	managerRow('DELETE', '/managed/groups/1', may('Group Administration')),
	managerRow(
		'POST',
		'/managed/groups/1/devices',
		`${may('Group Administration')} on it, and 'Device Administration' on the device`,
	),
	managerRow(
		'DELETE',
		'/managed/groups/1/devices/2',
		`${may('Device Administration')} on the device`,
	),
	managerRow('DELETE', '/managed/devices/1/managers/2', may('Manager Administration')),
	managerRow('POST', '/managed/groups/1/managers', may('Manager Administration')),
	permissionRow(
		'POST',
		'/EventLogging',
		'Event logging: allow requesting all event logs',
		" The user's role must also allow it: View event logs.",
	),
	permissionRow('GET', '/ssoDomain', 'Manage SSO domains: view details about domains'),
	permissionRow('GET', '/teamviewerpolicies', 'TeamViewer policies', USER_TOKEN),
	{
		reason: 'permission',
		situation: 'a missing permission of a script token, told as a 400',
		failure: answer(400, 'invalid_request', 'The access token does not have the permission.'),
		request: { path: '/groups' },
		authentication: 'accessToken',
		message: 'The TeamViewer token lacks a permission: Group management: view groups (Groups.Read)',
		description:
			'Create a script token that has it in TeamViewer (Edit profile > Apps). With a company token TeamViewer gives only the groups of a chosen \'Owner\'. TeamViewer said: HTTP 400, invalid_request, "The access token does not have the permission".',
	},
	{
		reason: 'permission',
		situation: 'somebody who is not allowed, told as a 400',
		failure: answer(400, 'invalid_request', 'This account is not allowed to do that.'),
		request: { path: '/managed/devices' },
		message: 'The TeamViewer token lacks a permission: Device Groups: read operations',
		description: `${TICK} TeamViewer said: HTTP 400, invalid_request, "This account is not allowed to do that".`,
	},
	{
		reason: 'permission',
		situation: 'a missing permission, told by a newer endpoint under a success status',
		failure: newerAnswer(200, 'AccessDenied', 'Access is denied.'),
		request: { path: '/managed/devices' },
		message: 'The TeamViewer token lacks a permission: Device Groups: read operations',
		description: `${TICK} TeamViewer said: HTTP 200, accessdenied, "Access is denied".`,
	},
	{
		reason: 'notFound',
		situation: 'a session that does not exist',
		failure: answer(404, 'not_found', 'Not found.'),
		request: { path: '/sessions/s1', subject: 'session s1' },
		message: 'TeamViewer does not know session s1',
		description:
			'Check the code; the session may belong to another account, or the token may see only its own sessions. TeamViewer said: HTTP 404, not_found, "Not found".',
	},
	{
		reason: 'notFound',
		situation: 'a record that does not exist',
		failure: newerAnswer(404, 'NotFoundException', 'Not found'),
		request: { path: '/users/u1', subject: 'user u1' },
		message: 'TeamViewer does not know user u1',
		description:
			'Check the ID; it may have been deleted, belong to another account, or need a licence that this account lacks. TeamViewer said: HTTP 404, notfoundexception, "Not found".',
	},
	{
		reason: 'refused',
		situation: 'a parameter of the wrong form',
		failure: answer(400, 'invalid_request', "Parameter 'groupid' is invalid."),
		request: { method: 'POST', path: '/sessions' },
		message: "TeamViewer refused the request: Parameter 'groupid' is invalid.",
		description:
			'Check the values of the fields that were filled in. TeamViewer said: HTTP 400, invalid_request, "Parameter \'groupid\' is invalid".',
	},
	{
		reason: 'refused',
		situation: 'a value that is not allowed, which no permission would change',
		failure: answer(400, 'invalid_request', "The value of 'valid_until' is not allowed."),
		request: { method: 'POST', path: '/sessions' },
		message: "TeamViewer refused the request: The value of 'valid_until' is not allowed.",
		description:
			'Check the values of the fields that were filled in. TeamViewer said: HTTP 400, invalid_request, "The value of \'valid_until\' is not allowed".',
	},
	{
		reason: 'refused',
		situation: 'an id that an older endpoint does not know',
		failure: answer(400, 'invalid_request', 'There is no such user.'),
		request: { path: '/users/u1', subject: 'user u1' },
		message: 'TeamViewer refused the request: There is no such user.',
		description:
			'Check that TeamViewer has the user u1, and the values of the fields that were filled in. TeamViewer said: HTTP 400, invalid_request, "There is no such user".',
	},
	{
		reason: 'refused',
		situation: 'a refusal without a word',
		failure: readAnswer(400, undefined),
		message: 'TeamViewer refused the request as invalid',
		description: 'Check the values of the fields that were filled in. TeamViewer said: HTTP 400.',
	},
	{
		reason: 'refused',
		situation: 'validation errors of a newer endpoint',
		failure: readAnswer(400, {
			IsSuccess: false,
			Error: {
				Message: 'Validation failed.',
				ExceptionName: 'ValidationException',
				ValidationErrors: ["'StartDate' must not be empty.", { Message: 'EndDate is too early.' }],
			},
		}),
		message:
			"TeamViewer refused the request: Validation failed. 'StartDate' must not be empty. EndDate is too early.",
		description:
			'Check the values of the fields that were filled in. TeamViewer said: HTTP 400, validationexception, "Validation failed. \'StartDate\' must not be empty. EndDate is too early".',
	},
	{
		reason: 'serverProblem',
		situation: 'an internal error with a signature',
		failure: readAnswer(500, {
			error: 'internal_error',
			error_description: 'An error occurred.',
			error_code: '9',
			error_signature: 'b3b9f2c1',
		}),
		message: 'TeamViewer could not answer because of a problem on its side',
		description:
			'Try again later. TeamViewer said: HTTP 500, internal_error, "An error occurred", signature b3b9f2c1.',
		cause: 'temporarily-unavailable',
	},
	{
		reason: 'serverProblem',
		situation: 'an internal error of reports, which a missing licence has shown as',
		failure: answer(500, 'internal_error'),
		request: { path: '/reports/connections' },
		message: 'TeamViewer could not answer because of a problem on its side',
		description:
			'Try again later. If it stays, check the licence: Connection reports need a Premium, Corporate or Tensor licence. TeamViewer said: HTTP 500, internal_error.',
		cause: 'temporarily-unavailable',
	},
	{
		reason: 'serverProblem',
		situation: 'an internal error after a create',
		failure: readAnswer(503, '<html>Service unavailable</html>'),
		request: { method: 'POST', path: '/sessions' },
		message: 'TeamViewer could not answer because of a problem on its side',
		description: `Try again later. ${DOUBT} TeamViewer said: HTTP 503.`,
		cause: 'temporarily-unavailable',
	},
	{
		reason: 'unreachable',
		situation: 'the connection breaks while reading',
		failure: network('ECONNRESET'),
		message: 'TeamViewer could not be reached',
		description: "Check this n8n's internet connection and proxy, then try again. (ECONNRESET)",
		cause: 'temporarily-unavailable',
	},
	{
		reason: 'unreachable',
		situation: 'the connection breaks while asking by POST',
		failure: network('ETIMEDOUT'),
		request: { method: 'POST', path: '/EventLogging', asksOnly: true },
		message: 'TeamViewer could not be reached',
		description: "Check this n8n's internet connection and proxy, then try again. (ETIMEDOUT)",
		cause: 'temporarily-unavailable',
	},
	{
		reason: 'unreachable',
		situation: 'the connection breaks while creating',
		failure: network('ENOTFOUND'),
		request: { method: 'POST', path: '/sessions' },
		message: 'TeamViewer could not be reached',
		description: `Check this n8n's internet connection and proxy. ${DOUBT} (ENOTFOUND)`,
		cause: 'temporarily-unavailable',
	},
	{
		reason: 'redirected',
		situation: 'an answer that leads elsewhere while reading',
		failure: readAnswer(302, ''),
		message: 'TeamViewer answered in an unexpected way (HTTP 302)',
		description:
			'Check whether a proxy between n8n and TeamViewer changes the answers. TeamViewer said: HTTP 302.',
	},
	{
		reason: 'redirected',
		situation: 'an answer that leads elsewhere after a create',
		failure: readAnswer(302, ''),
		request: { method: 'POST', path: '/sessions' },
		message: 'TeamViewer answered in an unexpected way (HTTP 302)',
		description: `Check whether a proxy between n8n and TeamViewer changes the answers. ${DOUBT} TeamViewer said: HTTP 302.`,
	},
	...[400, 403, 407, 451].map((status): Row => ({
		reason: 'intercepted',
		situation: `a web filter's page, told as ${status}`,
		failure: readAnswer(status, '<html>Blocked by your organization</html>'),
		message: `Something between n8n and TeamViewer refused the request (HTTP ${status})`,
		description: `The answer is a web page, as a proxy or a web filter sends it, and not TeamViewer's. Let n8n reach webapi.teamviewer.com there.`,
	})),
	{
		reason: 'unexpected',
		situation: 'a status that no document knows',
		failure: readAnswer(418, ''),
		message: 'TeamViewer answered in an unexpected way (HTTP 418)',
		description:
			'Check whether a proxy between n8n and TeamViewer changes the answers. TeamViewer said: HTTP 418.',
	},
	{
		reason: 'n8n',
		situation: 'n8n could not send the request',
		failure: readFailure(new Error('Credential with ID "7" does not exist.')),
		message: 'n8n could not send the request: Credential with ID "7" does not exist.',
		description: 'Open this node, choose a credential that exists and can be used, and try again.',
	},
	{
		reason: 'wrongCredentials',
		situation: 'a password that is not the one of the device',
		failure: answer(400, 'wrong_credentials'),
		message: 'TeamViewer does not accept the password that was given',
		description:
			'Check the password in the fields of this node. TeamViewer said: HTTP 400, wrong_credentials.',
	},
	{
		reason: 'tooManyTries',
		situation: 'too many wrong passwords',
		failure: answer(400, 'too_many_retries'),
		message: 'TeamViewer refuses further tries after too many wrong passwords',
		description:
			'Wait some minutes, then try again with the right password. TeamViewer said: HTTP 400, too_many_retries.',
	},
	{
		reason: 'licence',
		situation: 'a licence that is required, told at a create',
		failure: answer(400, 'license_required', 'A license is required.'),
		request: { method: 'POST', path: '/sessions' },
		message: 'The TeamViewer licence does not include this feature',
		description:
			'Compare what the licence of this account includes; some features are add-ons. TeamViewer said: HTTP 400, license_required, "A license is required".',
	},
	{
		reason: 'notFound',
		situation: 'what does not exist, told as a 400',
		failure: answer(400, 'not_found'),
		request: { path: '/users/u1', subject: 'user u1' },
		message: 'TeamViewer does not know user u1',
		description:
			'Check the ID; it may have been deleted, belong to another account, or need a licence that this account lacks. TeamViewer said: HTTP 400, not_found.',
	},
	{
		reason: 'rateLimit',
		situation: 'too many calls, with a time to wait',
		failure: readAnswer(429, undefined, { 'retry-after': '3600' }),
		message: "TeamViewer's rate limit is reached",
		description: `${QUOTA.replace(' Until', ' TeamViewer asks to wait 60 minutes. Until')} TeamViewer said: HTTP 429.`,
		cause: 'rate-limited',
	},
	{
		reason: 'userTokenNeeded',
		situation: 'a company token asks for groups',
		failure: answer(403, 'invalid_request', 'Use /users/{id}/groups or a user access token.'),
		request: { path: '/groups' },
		message: 'This needs the token of a user, but the credential holds one of the company',
		description:
			"Say whose groups they are: add 'Owner' under Filters, Options or Additional Fields and choose a user. Or use a user's credential. TeamViewer said: HTTP 403, invalid_request, \"Use /users/{id}/groups or a user access token\".",
	},
	{
		reason: 'unknown',
		situation: 'a defect',
		failure: readFailure(new TypeError('x is not a function')),
		message: 'The request to TeamViewer failed',
		description: 'Check the credential and try again.',
	},
	...['/groups', '/sessions'].map((path): Row => ({
		reason: 'licence',
		situation: `a missing licence for reading ${path}`,
		failure: answer(400, 'invalid_request', 'Not possible due to license limitations.'),
		request: { path },
		message: 'The TeamViewer licence does not include this feature',
		description:
			'Compare what the licence of this account includes; some features are add-ons. TeamViewer said: HTTP 400, invalid_request, "Not possible due to license limitations".',
	})),
	...[
		"'permissions' holds an unknown value.",
		'At least one manager must keep the ManagerAdministration permission.',
		"Unknown event type 'LicenceManagement'.",
	].map((said): Row => ({
		reason: 'refused',
		situation: `a value of which it speaks: ${said}`,
		failure: answer(400, 'invalid_request', said),
		request: { path: '/userroles' },
		message: `TeamViewer refused the request: ${said}`,
		description: `Check the values of the fields that were filled in. TeamViewer said: HTTP 400, invalid_request, "${said.replace(/\.$/, '')}".`,
	})),
	{
		reason: 'notFound',
		situation: 'a new session in a group that does not exist, told as a 404',
		failure: answer(404, 'not_found'),
		request: { path: '/sessions', method: 'POST' },
		message: 'TeamViewer does not know what was asked for',
		description:
			'Check the ID; it may have been deleted, belong to another account, or need a licence that this account lacks. TeamViewer said: HTTP 404, not_found.',
	},
	{
		reason: 'refused',
		situation: 'validation errors by field',
		failure: readAnswer(400, {
			IsSuccess: false,
			Error: {
				Message: 'Validation failed.',
				ExceptionName: 'ValidationException',
				ValidationErrors: { StartDate: ['must not be empty.'], EndDate: ['is too early.'] },
			},
		}),
		message:
			"TeamViewer refused the request: Validation failed. 'StartDate': must not be empty. 'EndDate': is too early.",
		description:
			"Check the values of the fields that were filled in. TeamViewer said: HTTP 400, validationexception, \"Validation failed. 'StartDate': must not be empty. 'EndDate': is too early\".",
	},
];

const errorOf = ({ failure, request, authentication = 'oAuth2' }: Row, secrets: string[] = []) =>
	toNodeError(
		NODE,
		new TeamViewerError(
			conceal(failure, secrets),
			{ method: 'GET', path: '/groups', ...request },
			authentication,
		),
	) as NodeApiError;

describe('What a user reads', () => {
	it.each(ROWS)('when $situation', (row) => {
		const error = errorOf(row);
		expect(error.message).toBe(row.message);
		expect(error.description).toBe(row.description);
		expect(error.context.reason).toBe(row.reason);
		expect(error.failure?.cause).toBe(row.cause);
		expect(error.httpCode).toBe(
			row.failure.status === undefined ? null : String(row.failure.status),
		);
	});

	it('is shown here for every row of the catalogue', () => {
		expect(new Set(ROWS.map(({ reason }) => reason))).toEqual(new Set(Object.keys(CATALOGUE)));
	});

	it('repeats no secret that TeamViewer echoes, in whatever case, and no whole page', () => {
		const error = errorOf(
			{
				...(ROWS[0] as Row),
				failure: readAnswer(400, {
					error: 'Token-SECRET(1)',
					error_description: `Token-Secret(1) is bad. ${'x'.repeat(5_000)}`,
					error_signature: 'a-Token-Secret(1)-b',
				}),
			},
			['Token-Secret(1)'],
		);
		expect(JSON.stringify(error) + error.message + String(error.stack)).not.toMatch(/secret/i);
		expect(error.description?.length).toBeLessThan(1_500);
	});
});
