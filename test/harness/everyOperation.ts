import type { INodeParameters } from 'n8n-workflow';

import { RESOURCES } from '../../nodes/TeamViewer/operations';
import type { Sandbox } from '../sandbox';
import { deviceExamples } from './deviceExamples';
import { locator } from './workbench';

/** One way to run an operation so that it succeeds. */
export interface Example {
	resource: string;
	operation: string;
	parameters: INodeParameters;
}

/** Every operation of the table with what it needs of this company; some twice, where a choice changes their answer. */
export function everyOperation(sandbox: Sandbox): Example[] {
	const { company } = sandbox;
	const recorded = sandbox.addReport({ notes: 'Printer', fee: 12.5, session_code: 's119-457-589' });
	sandbox.addRecording(recorded.id);
	const augmented = sandbox.addReport({ session_code: undefined, devicename: 'FRONTDESK-01' });
	sandbox.addRecording(augmented.id, { augmentedSummary: { title: 'Printer', summary: 'Solved' } });

	const report = locator('id', recorded.id);
	const group = locator('id', company.groups[0]?.id ?? '');
	const session = locator('code', sandbox.addSession({ custom_api: 'TICKET-1042' }).code);
	const everything = { returnAll: true };
	const incoming = sandbox.addDeviceReport();
	sandbox.addRecording(incoming.id ?? '');
	const deviceReport = locator('id', incoming.id ?? '');
	const me = company.account.userid ?? '';
	const colleague = company.users[1] as { id: string; name: string };
	const newPolicy = () => {
		const made = { policy_id: company.newGuid(), name: 'Tills', settings: [] };
		company.policies.push(made);
		return locator('id', made.policy_id);
	};
	const shares = [
		{ userid: colleague.id, name: colleague.name, permissions: 'read', pending: true },
	];
	const newGroup = (owner = me) => {
		const { policy_id } = company.policies[0] as { policy_id: string };
		const made = company.addGroup('Seasonal', owner, policy_id);
		made.shares = owner === me ? shares : [{ ...shares[0]!, userid: me, pending: false }];
		return locator('id', made.id);
	};
	const contacts = [company.contacts[0], company.contacts.at(-1)].map((contact) =>
		locator('id', contact?.contact_id ?? ''),
	);
	const monitored = company.monitored.map(({ id }) => ({
		monitoredDevice: locator('id', String(id)),
	}));
	const role = locator('id', company.roles.roles[1]?.id ?? '');
	const userGroups = ['Back office', 'Interns'].map((name) => {
		const id = company.newUserGroupId();
		const members = company.users.map((one) => Number(one.id.slice(1)));
		company.userGroups.push({ id, name, creationSourceType: 2, members });
		return locator('id', String(id));
	});
	const [userGroup, dispensable] = userGroups;
	const withRole = locator('id', String(company.userGroups[0]?.id));
	const users = locator('id', company.users[2]?.id ?? '');
	const user = locator('id', company.addUser({ userRoleId: company.roles.roles[1]?.id }).id);
	const ssoDomain = locator('id', company.ssoDomains[0]?.id ?? '');
	const parameters: Record<string, INodeParameters[]> = {
		'account:get': [{}],
		'account:getPermissions': [{}],
		'account:update': [{ updateFields: { emailLanguage: 'de' } }],
		'alarm:getAll': [everything],
		'auditEvent:getAll': [
			{
				...everything,
				// TeamViewer keeps events for twelve months and refuses a start before that.
				startDate: new Date(Date.now() - 300 * 86_400_000).toISOString(),
				endDate: '2030-01-01T00:00:00Z',
			},
		],
		'company:get': [{}],
		'company:getLicenses': [{}],
		'company:update': [{ name: 'Nordlicht Retail' }],
		'connectionReport:delete': [{ report: locator('id', sandbox.addReport().id) }],
		'connectionReport:get': [{ report }, { report: locator('id', augmented.id) }],
		'connectionReport:getAll': [everything],
		'connectionReport:getScreenshots': [{ report }],
		'connectionReport:getSummary': [{ report }, { report: locator('id', augmented.id) }],
		'connectionReport:getTranscript': [
			{ report, transcript: 'chat' },
			{ report, transcript: 'voice' },
		],
		'connectionReport:update': [
			{ report, updateFields: { billingState: 'Billed' } },
			{ report: locator('id', augmented.id), updateFields: { billingState: 'Billed' } },
		],
		'contact:create': [
			{ email: company.acquaintances[0]?.email ?? '', group },
			{ email: 'robin@example.org', group, additionalFields: { invite: true } },
		],
		'contact:delete': [{ contact: contacts[1] }],
		'contact:get': [{ contact: contacts[0] }],
		'contact:getAll': [{ ...everything, filters: { includeInvitations: true } }],
		'deviceReport:getAll': [everything],
		'deviceReport:getSummary': [{ deviceReport }],
		'deviceReport:getTranscript': [{ deviceReport }],
		'group:create': [
			{
				name: 'Pop-up shops',
				additionalFields: { policy: locator('id', company.policies[0]?.policy_id ?? '') },
			},
		],
		'group:delete': [{ group: newGroup() }],
		'group:get': [{ group: newGroup() }, { group: newGroup(colleague.id) }],
		'group:getAll': [everything],
		'group:share': [{ group: newGroup(), user: locator('id', colleague.id) }],
		'group:unshare': [{ group: newGroup(), user: locator('id', colleague.id) }],
		'group:update': [{ group: newGroup(), updateFields: { name: 'Winter' } }],
		'managedDevice:getAll': [{ ...everything, filters: { scope: 'company' } }],
		'monitoredDevice:getAll': [everything],
		'monitoredDevice:getHardware': monitored,
		'monitoredDevice:getInformation': monitored,
		'monitoredDevice:getMissingPatches': monitored,
		'monitoredDevice:getSoftware': monitored,
		'policy:create': [
			{ name: 'Kiosks', settings: '[{ "Key": "CheckForNewVersion", "Value": 0 }]' },
		],
		'policy:delete': [{ policy: newPolicy() }],
		'policy:get': [{ policy: locator('id', company.policies[0]?.policy_id ?? '') }],
		'policy:getAll': [everything],
		'policy:update': [{ policy: newPolicy(), updateFields: { name: 'Shop tills' } }],
		'role:assignToUserGroup': [{ role, userGroup }],
		'role:assignToUsers': [{ role, users }],
		'role:clearPredefined': [{}],
		'role:create': [{ name: 'Auditor', permissions: 'ManageUsers' }],
		'role:delete': [{ role: locator('id', company.roles.roles[3]?.id ?? '') }],
		'role:getAll': [everything],
		'role:getPermissions': [{}],
		'role:getPredefined': [{}],
		'role:getUserGroups': [
			{ ...everything, role: locator('id', company.roles.roles[2]?.id ?? '') },
		],
		'role:getUsers': [{ ...everything, role }],
		'role:setPredefined': [{ role }],
		'role:unassignFromUserGroup': [{ userGroup: withRole }],
		'role:unassignFromUsers': [{ role, users }],
		'role:update': [{ role, updateFields: { name: 'First Level' } }],
		'session:close': [{ session }],
		'session:create': [
			{ group, additionalFields: { description: 'Printer', customApi: 'TICKET-1042' } },
		],
		'session:get': [{ session }],
		'session:getAll': [everything],
		'session:update': [{ session, updateFields: { state: 'open' } }],
		'ssoDomain:addEmails': [{ ssoDomain, emails: 'ada@example.com' }],
		'ssoDomain:get': [{ ssoDomain }],
		'ssoDomain:getAll': [everything],
		'ssoDomain:getEmails': [{ ...everything, ssoDomain }],
		'ssoDomain:removeEmails': [{ ssoDomain, emails: 'ada@example.com' }],
		'user:create': [{ email: 'ada@example.com', name: 'Ada Example', additionalFields: { role } }],
		'user:delete': [{ user: locator('id', company.addUser().id) }],
		'user:get': [{ user: locator('id', company.users[0]?.id ?? '') }, { user }],
		'user:getAll': [everything],
		'user:getRoles': [{ user: locator('id', company.users[0]?.id ?? '') }],
		'user:resetTfa': [{ user }],
		'user:update': [{ user, updateFields: { active: false } }],
		'userGroup:addMembers': [{ userGroup, users }],
		'userGroup:create': [{ name: 'Night Shift' }],
		'userGroup:delete': [{ userGroup: dispensable }],
		'userGroup:get': [{ userGroup }],
		'userGroup:getAll': [everything],
		'userGroup:getMembers': [{ ...everything, userGroup }],
		'userGroup:getRole': [{ userGroup: withRole }],
		'userGroup:removeMembers': [{ userGroup, users }],
		'userGroup:update': [{ userGroup, name: 'Second Level' }],
		...deviceExamples(sandbox),
	};

	const all = Object.entries(RESOURCES).flatMap(([resource, { operations }]) =>
		Object.entries(operations).map(([operation, { changes = false }]) => ({
			resource,
			operation,
			changes,
		})),
	);
	// What a change takes away cannot be read any more.
	return [
		...all.filter(({ changes }) => !changes),
		...all.filter(({ changes }) => changes),
	].flatMap(({ resource, operation }) => {
		const examples = parameters[`${resource}:${operation}`];
		if (!examples) throw new Error(`There is no example of ${resource}:${operation} yet`);
		return examples.map((example) => ({ resource, operation, parameters: example }));
	});
}
