import type { INodeParameters } from 'n8n-workflow';

import { RESOURCES } from '../../nodes/TeamViewer/operations';
import type { Sandbox } from '../sandbox';
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
	const role = locator('id', company.roles.roles[1]?.id ?? '');
	const user = locator('id', company.addUser({ userRoleId: company.roles.roles[1]?.id }).id);
	const ssoDomain = locator('id', company.ssoDomains[0]?.id ?? '');
	const parameters: Record<string, INodeParameters[]> = {
		'account:get': [{}],
		'account:getPermissions': [{}],
		'account:update': [{ updateFields: { emailLanguage: 'de' } }],
		'auditEvent:getAll': [
			{ ...everything, startDate: '2020-01-01T00:00:00Z', endDate: '2030-01-01T00:00:00Z' },
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
		'contact:getAll': [{ ...everything, filters: { includeInvitations: true } }],
		'device:get': company.devices
			.slice(0, 12)
			.map(({ device_id }) => ({ device: locator('id', device_id) })),
		'device:getAll': [everything],
		'deviceReport:getAll': [everything],
		'group:getAll': [everything],
		'managedDevice:getAll': [{ ...everything, filters: { scope: 'company' } }],
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
	};

	return Object.entries(RESOURCES).flatMap(([resource, { operations }]) =>
		Object.keys(operations).flatMap((operation) => {
			const examples = parameters[`${resource}:${operation}`];
			if (!examples) throw new Error(`There is no example of ${resource}:${operation} yet`);
			return examples.map((example) => ({ resource, operation, parameters: example }));
		}),
	);
}
