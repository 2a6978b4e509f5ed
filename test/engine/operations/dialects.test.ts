import { DIALECTS, withoutForm } from '../../harness/dialects';
import { USUAL_DIALECT } from '../../sandbox/dialect';
import { everyOperation } from '../../harness/everyOperation';
import { jsonOf, locator, workbench } from '../../harness/workbench';

const { sandbox, run } = workbench({ company: 'small' });
const { company } = sandbox;

const device = locator('id', company.devices[0]?.device_id ?? '');
const managedDevice = locator('id', company.managedDevices[0]?.id ?? '');
const monitoredDevice = locator('id', String(company.monitored[0]?.id ?? ''));
const policy = locator('id', company.policies[0]?.policy_id ?? '');
const ssoDomain = locator('id', company.ssoDomains[0]?.id ?? '');
const SIMPLIFIED = [
	['connectionReport', 'getAll', { returnAll: true }],
	['deviceReport', 'getAll', { returnAll: true }],
	['session', 'getAll', { returnAll: true }],
	['device', 'get', { device }],
	['managedDevice', 'getAll', { returnAll: true, filters: { scope: 'company' } }],
	['user', 'getAll', { returnAll: true }],
	['alarm', 'getAll', { returnAll: true }],
	[
		'auditEvent',
		'getAll',
		{
			returnAll: true,
			startDate: new Date(Date.now() - 300 * 86_400_000).toISOString(),
			endDate: '2030-01-01T00:00:00Z',
		},
	],
	['contact', 'getAll', { returnAll: true, filters: { includeInvitations: true } }],
	['device', 'getAll', { returnAll: true }],
	['managedDevice', 'get', { managedDevice }],
	['monitoredDevice', 'getMissingPatches', { monitoredDevice }],
	['policy', 'getAll', { returnAll: true }],
	['policy', 'get', { policy }],
	['ssoDomain', 'get', { ssoDomain }],
	['ssoDomain', 'getAll', { returnAll: true }],
] as const;

afterEach(() => sandbox.setDialect(USUAL_DIALECT));

describe.each(SIMPLIFIED)('The simplified items of %s:%s', (resource, operation, parameters) => {
	it.each(DIALECTS)('are the same from %s', async (_, dialect) => {
		const usual = await run(resource, operation, parameters as never);
		sandbox.setDialect(dialect);
		const other = await run(resource, operation, parameters as never);
		expect(other.items.length).toBeGreaterThan(0);
		expect(withoutForm(jsonOf(other.items))).toEqual(withoutForm(jsonOf(usual.items)));
	});
});

it('Raw items stay as TeamViewer sent them, in whatever form', async () => {
	sandbox.setDialect({ dates: 'basic', absent: 'null' });
	const { items } = await run('connectionReport', 'getAll', { limit: 5, simplify: false });
	expect(JSON.stringify(jsonOf(items))).toMatch(/"\d{8}T\d{6}Z"/);
});

it('Items with Simplify off have the keys as TeamViewer spelled them', async () => {
	sandbox.setDialect({ keys: 'otherCase' });
	const { items } = await run('alarm', 'getAll', { limit: 1, simplify: false });
	expect(Object.keys(items[0]?.json ?? {})).toEqual(
		expect.arrayContaining(['alarmId', 'timeFrame']),
	);
});

describe('Every operation works', () => {
	const examples = everyOperation(sandbox);

	it.each(
		examples.map((example) => [`${example.resource}:${example.operation}`, example] as const),
	)(
		'%s where TeamViewer spells keys in the other case',
		async (_, { resource, operation, parameters }) => {
			sandbox.setDialect({ keys: 'otherCase' });
			await expect(run(resource, operation, parameters)).resolves.toBeDefined();
		},
	);
});
