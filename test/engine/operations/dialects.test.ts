import type { Dialect } from '../../sandbox';
import { jsonOf, locator, workbench } from '../../harness/workbench';

const { sandbox, run } = workbench({ company: 'small' });
const { company } = sandbox;

/** Forms that sources give answers in, beside the usual one. */
const DIALECTS: Array<[string, Partial<Dialect>]> = [
	['dates in the basic form', { dates: 'basic' }],
	['dates with milliseconds', { dates: 'milliseconds' }],
	['null for what is absent', { absent: 'null' }],
	['keys in the other case', { keys: 'otherCase' }],
	['what is wrapped bare, and the other way round', { wrapping: 'other' }],
	['the id of device reports in upper case', { deviceReportIdKey: 'Id' }],
];

/** Dates go untouched, so they differ by form: compared as moments. */
const withoutForm = (items: unknown) =>
	JSON.parse(
		JSON.stringify(items).replace(
			/"(\d{4})-?(\d\d)-?(\d\d)T(\d\d):?(\d\d):?(\d\d)(\.\d+)?Z"/g,
			'"$1-$2-$3T$4:$5:$6Z"',
		),
	) as unknown;

const device = locator('id', company.devices[0]?.device_id ?? '');
const SIMPLIFIED = [
	['connectionReport', 'getAll', { returnAll: true }],
	['deviceReport', 'getAll', { returnAll: true }],
	['session', 'getAll', { returnAll: true }],
	['device', 'get', { device }],
	['managedDevice', 'getAll', { returnAll: true, filters: { scope: 'company' } }],
	['user', 'getAll', { returnAll: true }],
] as const;

afterEach(() =>
	sandbox.setDialect({
		dates: 'extended',
		absent: 'leftOut',
		keys: 'documented',
		wrapping: 'documented',
		deviceReportIdKey: 'id',
	}),
);

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
