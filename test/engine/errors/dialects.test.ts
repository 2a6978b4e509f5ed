import { oAuth2Credential } from '../../harness/engine';
import { jsonOf, locator, workbench } from '../../harness/workbench';

jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../../harness/noWaiting')>('../../harness/noWaiting')
		.n8nWorkflowWithoutWaiting(),
);

const { sandbox, run, fail, sent } = workbench({ company: 'empty' });
const group = locator('id', sandbox.company.groups[0]?.id ?? '');
const reports = sandbox.addReports(3, {
	from: Date.parse('2026-01-01'),
	to: Date.parse('2026-01-02'),
});
const [report] = reports;
const answer = (body: unknown) => sandbox.faults.add({ status: 200, body });

describe('A last page that names a next one all the same', () => {
	it('is the last one where TeamViewer says that nothing remains', async () => {
		answer({ records: reports, next_offset: report?.id, records_remaining: 0 });
		const { items } = await run('connectionReport', 'getAll', { returnAll: true, simplify: false });
		expect(jsonOf(items)).toEqual(reports);
		expect(sent()).toHaveLength(1);
	});

	it('costs one request more where TeamViewer does not say so, even if the empty page repeats it', async () => {
		answer({ records: reports, next_offset: report?.id });
		answer({ records: [], next_offset: report?.id });
		const { items } = await run('connectionReport', 'getAll', { returnAll: true, simplify: false });
		expect(jsonOf(items)).toEqual(reports);
		expect(sent()).toHaveLength(2);
	});

	it('continues by a number as by a text', async () => {
		const dates = { startDate: '2026-01-01T00:00:00Z', endDate: '2026-01-02T00:00:00Z' };
		answer({ AuditEvents: [{ EventName: 'one' }], ContinuationToken: 17 });
		answer({ AuditEvents: [{ EventName: 'two' }], ContinuationToken: null });
		const { items } = await run('auditEvent', 'getAll', { ...dates, returnAll: true });
		expect(items).toHaveLength(2);
	});
});

describe('An error told as bare text', () => {
	it('is understood where it speaks of the licence', async () => {
		const body = 'License limitations: too many concurrent sessions';
		sandbox.faults.add({ status: 400, body });
		const error = await fail('session', 'create', { group });
		expect(error.message).toBe('The TeamViewer licence allows no further session at this time');
		expect(error.description).toContain(body);
	});

	it('is understood where it is a category', async () => {
		sandbox.faults.add({ status: 403, body: 'rate_limit_reached' });
		const { items } = await run('session', 'create', { group });
		expect(items).toHaveLength(1);
		expect(sent()).toHaveLength(2);
	});

	it.each(['<html>Sign in</html>', '{"error": "inter'])('is not repeated as %j', async (body) => {
		sandbox.faults.failEvery({ status: 400, body });
		const error = await fail('session', 'create', { group });
		expect(`${error.message} ${error.description}`).not.toContain(body);
	});

	it('is an error, too, where a deletion is answered with a page', async () => {
		sandbox.faults.add({ status: 200, body: '<html>Sign in</html>' });
		const error = await fail('connectionReport', 'delete', {
			report: locator('id', report?.id ?? ''),
		});
		expect(error.message).toMatch(/something else than JSON/);
	});
});

describe('A single record', () => {
	it('is found in a list of one user', async () => {
		answer({ users: [{ id: 'u1', name: 'Ada' }] });
		const { items } = await run('user', 'get', { user: locator('id', 'u1'), simplify: false });
		expect(jsonOf(items)).toEqual([{ id: 'u1', name: 'Ada' }]);
	});

	it('is understood as a device without a list', async () => {
		answer({ device_id: 'd1', alias: 'Till' });
		const { items } = await run('device', 'get', { device: locator('id', 'd1'), simplify: false });
		expect(jsonOf(items)).toEqual([{ device_id: 'd1', alias: 'Till' }]);
	});
});

it('Contacts come without invitations where TeamViewer sends null for them', async () => {
	answer({ contacts: [{ contact_id: 'c1' }], invitations: null });
	const { items } = await run('contact', 'getAll', { filters: { includeInvitations: true } });
	expect(jsonOf(items)).toEqual([{ contact_id: 'c1' }]);
});

it('The augmented summary stands in where the other answers with a 500 for want of a licence', async () => {
	const { id } = sandbox.addReport();
	sandbox.addRecording(id, { augmentedSummary: { title: 'Printer', summary: 'It prints.' } });
	sandbox.faults.failEvery({
		path: /ai-summary$/,
		status: 500,
		body: { error: 'internal_error' },
	});
	const { items } = await run('connectionReport', 'getSummary', { report: locator('id', id) });
	expect(jsonOf(items)).toEqual([{ title: 'Printer', summary: 'It prints.' }]);
});

describe('An OAuth2 token that expired under a 400', () => {
	const { clientId, clientSecret } = sandbox.credentials;
	const connect = () => oAuth2Credential({ clientId, clientSecret }, sandbox.issueTokens());
	const expire = (times: number) =>
		sandbox.faults.add({
			path: /groups/,
			times,
			status: 400,
			body: { error: 'token_expired', error_code: 1 },
		});

	it('is renewed at the next try where the first renewal met a hiccup', async () => {
		expire(2);
		sandbox.faults.add({
			path: /oauth2/,
			status: 403,
			body: { error: 'rate_limit_reached', error_description: 'Too many calls' },
		});
		const { items } = await run('group', 'getAll', {}, { credential: connect() });
		expect(items.length).toBeGreaterThan(0);
	});

	it('asks to reconnect where the credential holds no refresh token', async () => {
		const credential = connect();
		delete (credential.data.oauthTokenData as { refresh_token?: string }).refresh_token;
		expire(1);
		const error = await fail('group', 'getAll', {}, { credential });
		expect(error.message).toContain('reconnect the credential');
		expect(error.failure).toEqual({ cause: 'credential-invalid' });
	});
});

describe('Switches that an expression gives as text', () => {
	it('count as what they say', async () => {
		const { items } = await run('connectionReport', 'getAll', {
			returnAll: '={{ "true" }}',
			limit: 1,
			simplify: '={{ "false" }}',
		});
		expect(items.length).toBeGreaterThan(1);
		expect(items[0]?.json).toHaveProperty('userid');
	});
});

it('An email address is taken without the blanks around it', async () => {
	await run('session', 'create', {
		group,
		additionalFields: { endCustomerEmail: ' nathan@example.com ' },
	});
	expect(sent()[0]?.body).toMatchObject({ end_customer: { email: 'nathan@example.com' } });
});
