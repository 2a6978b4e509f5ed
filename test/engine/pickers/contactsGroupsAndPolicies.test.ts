import { workbench } from '../../harness/workbench';

const { sandbox, search, sent } = workbench({ company: 'full' });
const { company } = sandbox;
const byName = (one: { name: string }, other: { name: string }) =>
	one.name.localeCompare(other.name);

it('From List of contacts shows names with their online state', async () => {
	const { results } = await search('searchContacts');
	expect(sent()).toEqual([{ method: 'GET', path: '/contacts' }]);
	expect(results).toEqual(
		company.contacts
			.map(({ name, online_state, contact_id }) => ({
				name: `${name} · ${online_state}`,
				value: contact_id,
			}))
			.sort(byName),
	);
});

it('From List of policies shows names', async () => {
	const { results } = await search('searchPolicies');
	expect(sent()).toEqual([{ method: 'GET', path: '/teamviewerpolicies' }]);
	expect(results).toEqual(
		company.policies.map(({ name, policy_id }) => ({ name, value: policy_id })).sort(byName),
	);
});

it('From List of monitored devices shows names with TeamViewer IDs', async () => {
	const { results } = await search('searchMonitoredDevices');
	expect(sent()).toEqual([{ method: 'GET', path: '/monitoring/devices' }]);
	expect(results).toEqual(
		company.monitored
			.map(({ alias, id }) => ({ name: `${alias} · ${id}`, value: String(id) }))
			.sort(byName),
	);
});

it('From List of device reports shows who connected to what and when', async () => {
	sandbox.addDeviceReport({
		...{ username: 'Ada Example', targetname: 'FRONTDESK-01' },
		...{ start_date: '2090-01-31T08:15:00Z', end_date: '2090-01-31T08:40:00Z' },
	});
	const { results } = await search('searchDeviceReports');
	expect(sent()).toEqual([{ method: 'GET', path: '/reports/devices' }]);
	expect(results[0]?.name).toBe('2090-01-31 08:40 · 25 min · Ada Example → FRONTDESK-01');
});

it.each([
	[{ id: 4711 }, '4711'],
	[{ Id: 4711 }, '4711'],
	[{ id: null, targetname: 'TILL-4' }, undefined],
])(
	'From List of device reports takes an ID that is a number as text: %j',
	async (report, value) => {
		sandbox.faults.add({ status: 200, body: { records: [report] } });
		const { results } = await search('searchDeviceReports');
		expect(results.map((entry) => entry.value)).toEqual(value === undefined ? [] : [value]);
	},
);
