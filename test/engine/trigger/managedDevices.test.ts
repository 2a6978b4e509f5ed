import { tokenCredential } from '../../harness/engine';
import { die, HOUR, inOneProcess, MINUTE, SECOND, stopClock, Watch } from './watch';

type Options = Parameters<Watch['poll']>[0];

let watch: Watch;

beforeEach(() => stopClock());
afterEach(() => {
	watch.end();
	jest.useRealTimers();
});

function begin(event: string, pageSize?: number): void {
	watch = new Watch(event, { pageSize });
}

function add(name: string, online = true): string {
	return watch.sandbox.addManagedDevice({ name, isOnline: online }).id;
}

async function names(options: Options = {}): Promise<string[]> {
	return ((await watch.poll(options)) ?? []).map(({ json }) => String(json.name));
}

/** The names that so many polls give, a minute apart. */
async function namesOf(polls: number): Promise<string[]> {
	const found: string[] = [];
	for (let poll = 0; poll < polls; poll++) {
		found.push(...(await names()));
		watch.wait(MINUTE);
	}
	return found;
}

describe('the trigger on managed devices that are added', () => {
	beforeEach(() => begin('managedDeviceAdded'));

	it('takes what is listed at the first poll for known, and gives each device once', async () => {
		add('before');
		expect(await names()).toEqual([]);
		watch.wait(MINUTE);
		add('one');
		add('two', false);
		expect(await names()).toEqual(['one', 'two']);
		expect(watch.requests).toBe(1);
		watch.wait(MINUTE);
		expect(await names()).toEqual([]);
	});

	it('reads a list of several pages more than once at first, and knows every device then', async () => {
		watch.end();
		begin('managedDeviceAdded', 2);
		for (let count = 0; count < 5; count++) add(`before ${count}`);
		expect(await names()).toEqual([]);
		expect(watch.requests).toBe(2 * 3);
		add('new');
		expect(await names()).toEqual(['new']);
		expect(watch.requests).toBe(3);
	});

	it('is soon an error where TeamViewer leads around in a circle, not polls without an end', async () => {
		const resources = [{ id: 'd1', name: 'one' }];
		for (let page = 0; page < 40; page++) {
			const nextPaginationToken = page % 2 === 0 ? 'one' : 'two';
			watch.sandbox.faults.add({ status: 200, body: { resources, nextPaginationToken } });
		}
		expect(await names()).toEqual([]);
		expect(watch.requests).toBeLessThan(5);
		await expect(namesOf(3)).rejects.toThrow('TeamViewer sent the same page token twice');
		expect(watch.requests).toBeLessThan(5);
	});

	it('gives one again that was gone for three polls, not one that a single poll missed', async () => {
		const id = add('one');
		await names();
		watch.sandbox.faults.add({ status: 200, body: { resources: [] } });
		expect(await namesOf(2)).toEqual([]);
		watch.sandbox.removeManagedDevice(id);
		expect(await namesOf(3)).toEqual([]);
		watch.sandbox.addManagedDevice({ id, name: 'one' });
		expect(await namesOf(2)).toEqual(['one']);
	});

	it.each([undefined, 7])(
		'does not give what a page lost while the list was read (%s)',
		async () => {
			watch.end();
			begin('managedDeviceAdded', 5);
			const ids = Array.from({ length: 18 }, (_, index) => add(`device ${index}`));
			for (const removed of ids.slice(0, 6)) {
				const answer = watch.holdNextAnswer();
				const reading = names();
				await answer.asked;
				watch.sandbox.removeManagedDevice(removed);
				answer.release();
				expect(await reading).toEqual([]);
				watch.wait(MINUTE);
			}
			add('one');
			expect(await namesOf(4)).toEqual(['one']);
		},
	);

	it('spreads what is too much over the next polls', async () => {
		watch.end();
		begin('managedDeviceAdded', 5);
		watch.parameters = { options: { maxItems: 3 } };
		await names();
		const all = Array.from({ length: 17 }, (_, index) => `device ${index}`);
		for (const name of all) add(name);
		const found: string[] = [];
		for (let poll = 0; poll < 9; poll++) {
			const some = await names();
			expect(some.length).toBeLessThanOrEqual(3);
			found.push(...some);
		}
		expect(found.sort()).toEqual([...all].sort());
	});

	it('reads the company’s devices, or those of a group, whatever Scope says', async () => {
		const group = watch.sandbox.addDeviceGroup('Shops');
		watch.parameters = { filters: { scope: 'company' } };
		await names();
		expect(watch.sandbox.requests[0]?.path).toBe('/api/v1/managed/devices/company');
		const deviceGroup = { mode: 'id', value: group.id };
		watch.parameters = { filters: { scope: 'company', deviceGroup } };
		await names();
		expect(watch.sandbox.requests[0]?.path).toBe(`/api/v1/managed/groups/${group.id}/devices`);
		watch.sandbox.addManagedDevice({ name: 'elsewhere' });
		watch.sandbox.addManagedDevice({ name: 'in the group', groups: [group.id] });
		watch.parameters = { filters: { deviceGroup } };
		expect(await names()).toEqual(['in the group']);
		watch.parameters = { filters: { scope: 'own' } };
		await names();
		add('mine');
		watch.parameters = {};
		expect(await names()).toEqual(['mine']);
	});

	it('simplifies, or gives TeamViewer’s JSON as it is', async () => {
		await names();
		add('one');
		const before = watch.saved();
		const [simple] = (await watch.poll()) ?? [];
		expect(Object.keys(simple?.json ?? {}).length).toBeLessThanOrEqual(10);
		expect(simple?.json).toMatchObject({ name: 'one', connect_link: expect.any(String) });
		watch.restart(before);
		watch.parameters = { simplify: false };
		const [whole] = (await watch.poll()) ?? [];
		expect(whole?.json).not.toHaveProperty('connect_link');
	});

	it.each(['atMostOnce', 'atLeastOnce'])('repeats after n8n died as %s says', async (delivery) => {
		watch.parameters = { options: { delivery } };
		const process = inOneProcess();
		await names(process());
		add('one');
		expect(await names(process())).toEqual(['one']);
		die(watch);
		const next = inOneProcess();
		expect(await names(next())).toEqual(delivery === 'atLeastOnce' ? ['one'] : []);
		expect(await names(next())).toEqual([]);
	});

	it('shows devices when it is tried out, and leaves the state alone', async () => {
		for (let index = 0; index < 12; index++) add(`device ${index}`);
		expect(await names({ mode: 'manual' })).toHaveLength(10);
		expect(watch.saved()).toBe('[{},{}]');
	});

	it('names the permission that is missing, and the group that TeamViewer does not know', async () => {
		const limited = watch.sandbox.credentials.limitedToken(['Users.Read'], []);
		await expect(watch.poll({ credential: tokenCredential(limited) })).rejects.toMatchObject({
			message: expect.stringContaining('Device Groups'),
		});
		const value = '9f1a2b3c-4d5e-4f60-8a7b-1c2d3e4f5a6b';
		watch.parameters = { filters: { deviceGroup: { mode: 'id', value } } };
		await expect(watch.poll()).rejects.toMatchObject({
			message: `TeamViewer does not know device group ${value}`,
		});
	});
});

describe('the trigger on a long list of managed devices', () => {
	it('reads 10,000 devices over several polls, within each poll’s time and 200 kB of state', async () => {
		begin('managedDeviceAdded');
		watch.parameters = { options: { delivery: 'atLeastOnce' } };
		for (let index = 0; index < 10_000; index++) add(`device ${index}`);
		watch.latency = SECOND / 2;
		const polls: number[] = [];
		const found: string[] = [];
		let size = 0;
		for (let poll = 0; poll < 17; poll++) {
			const before = Date.now();
			found.push(...(await names()));
			polls.push(Date.now() - before);
			size = Math.max(size, watch.saved().length);
		}
		expect(Math.max(...polls)).toBeLessThanOrEqual(30 * SECOND);
		add('new one');
		for (let poll = 0; poll < 10; poll++) found.push(...(await names()));
		size = Math.max(size, watch.saved().length);
		expect(found).toEqual(['new one']);
		expect(size).toBeLessThan(200_000);
	});
});

describe.each([
	['managedDeviceOnline', true],
	['managedDeviceOffline', false],
])('the trigger on %s', (event, online) => {
	beforeEach(() => begin(event));

	const turn = (id: string, isOnline: boolean) => watch.sandbox.setDeviceOnline(id, isOnline);

	it('gives a device once each time', async () => {
		const id = add('one', !online);
		add('so before', online);
		expect(await namesOf(2)).toEqual([]);
		for (let time = 0; time < 3; time++) {
			turn(id, online);
			expect(await namesOf(2)).toEqual(['one']);
			turn(id, !online);
			expect(await namesOf(2)).toEqual([]);
		}
	});

	it('does not give one that is so when it is first met, nor what nobody could see', async () => {
		const id = add('one', online);
		await names();
		add('new', online);
		turn(id, !online);
		turn(id, online);
		expect(await namesOf(2)).toEqual([]);
	});

	it('takes one that TeamViewer tells nothing of for what it was', async () => {
		const id = add('one', online);
		await names();
		const [device] = watch.sandbox.company.estate.records.filter(({ device }) => device.id === id);
		const { isOnline, ...untold } = device!.device;
		expect(isOnline).toBe(online);
		watch.sandbox.faults.add({ status: 200, body: { resources: [untold] } });
		expect(await namesOf(2)).toEqual([]);
	});

	it('loses no change to Max Items', async () => {
		watch.parameters = { options: { maxItems: 2 } };
		const ids = Array.from({ length: 7 }, (_, index) => add(`device ${index}`, !online));
		await names();
		for (const id of ids) turn(id, online);
		expect(await names()).toHaveLength(2);
		for (const id of ids) turn(id, !online);
		expect(await namesOf(5)).toHaveLength(5);
	});

	it('gives once more what n8n may have lost, also where the device has changed again', async () => {
		watch.parameters = { options: { delivery: 'atLeastOnce' } };
		const id = add('one', !online);
		const process = inOneProcess();
		await names(process());
		turn(id, online);
		expect(await names(process())).toEqual(['one']);
		turn(id, !online);
		die(watch);
		const next = inOneProcess();
		expect(await names(next())).toEqual(['one']);
		expect(await names(next())).toEqual([]);
	});

	it('goes on after a page that failed, and begins the round anew where that page is gone', async () => {
		watch.end();
		begin(event, 4);
		watch.sandbox.company.estate.records.splice(0);
		const expected = Array.from({ length: 14 }, (_, index) => `device ${index}`);
		const ids = expected.map((name) => add(name, !online));
		await names();
		watch.wait(HOUR);
		for (const id of ids) turn(id, online);
		watch.sandbox.faults.failNext(3, {
			where: ({ query }) => query.paginationToken === btoa('place:8'),
			status: 400,
			body: { error: 'invalid_request' },
		});
		expect(await names()).toEqual(expected.slice(0, 8));
		await expect(watch.poll()).rejects.toThrow('refused');
		expect(await names()).toEqual(expected.slice(8));
		for (const id of ids) turn(id, !online);
		await namesOf(2);
		for (const id of ids) turn(id, online);
		watch.sandbox.faults.failNext(2, {
			where: ({ query }) => query.paginationToken === btoa('place:8'),
			status: 400,
			body: { error: 'invalid_request' },
		});
		expect(await names()).toEqual(expected.slice(0, 8));
		expect(await names()).toEqual(expected.slice(8));
		expect(await names()).toEqual([]);
	});

	it('shows devices that are so when it is tried out', async () => {
		const [one] = [add('one', online), add('other', !online)];
		turn(one, online);
		expect(await names({ mode: 'manual' })).toContain('one');
		expect(await names({ mode: 'manual' })).not.toContain('other');
		watch.sandbox.company.estate.records.splice(0);
		await expect(watch.poll({ mode: 'manual' })).rejects.toMatchObject({
			message: `No managed device is ${online ? 'online' : 'offline'}`,
		});
	});
});
