import type { INodeParameters } from 'n8n-workflow';

import { TeamViewer } from '../../../nodes/TeamViewer/TeamViewer.node';
import { DIALECTS } from '../../harness/dialects';
import { USUAL_DIALECT } from '../../sandbox/dialect';
import { runListSearch, runLoadOptions } from '../../harness/engine';
import { locator, workbench } from '../../harness/workbench';

const { sandbox, credential, run } = workbench();
const device = sandbox.addManagedDevice({ name: 'Till 4', teamviewerId: 987_654_321 });
// Managers are those of a device.
const parameters: INodeParameters = {
	...{ resource: 'manager', operation: 'remove' },
	...{ target: 'managedDevice', managedDevice: locator('id', device.id) },
};
const { listSearch, loadOptions } = new TeamViewer().methods;
const lists: Array<[string, () => Promise<unknown>]> = [
	...Object.keys(listSearch).map((method): [string, () => Promise<unknown>] => [
		method,
		async () => (await runListSearch(method, { credential, parameters })).results,
	]),
	...Object.keys(loadOptions).map((method): [string, () => Promise<unknown>] => [
		method,
		async () => await runLoadOptions(method, { credential, parameters }),
	]),
];

afterEach(() => sandbox.setDialect(USUAL_DIALECT));

describe.each(lists)('The entries of %s', (_method, open) => {
	it.each(DIALECTS)('are the same from %s', async (_, dialect) => {
		const usual = await open();
		expect(usual).not.toEqual([]);
		sandbox.setDialect(dialect);
		expect(await open()).toEqual(usual);
	});
});

it('A managed device is found by its TeamViewer ID whatever the case of the keys', async () => {
	sandbox.setDialect({ keys: 'otherCase' });
	const managedDevice = locator('teamViewerId', '987 654 321');
	const { items } = await run('managedDevice', 'get', { managedDevice, simplify: false });
	expect(items[0]?.json.Id).toBe(device.id);
});
