import { tokenCredential } from '../../harness/engine';
import { die, inOneProcess, MINUTE, stopClock, Watch } from './watch';

describe('the trigger on users', () => {
	let watch: Watch;

	beforeEach(() => {
		stopClock();
		watch = new Watch('userAdded');
	});
	afterEach(() => {
		watch.end();
		jest.useRealTimers();
	});

	it('takes who is there at the first poll for known, and gives each newcomer once', async () => {
		watch.sandbox.addUser();
		expect(await watch.ids()).toEqual([]);
		watch.wait(MINUTE);
		const [one, other] = [watch.sandbox.addUser().id, watch.sandbox.addUser().id];
		expect(await watch.ids()).toEqual([one, other]);
		expect(watch.requests).toBe(1);
		watch.wait(MINUTE);
		expect(await watch.ids()).toEqual([]);
	});

	it('gives the rest at the next polls where it is too much', async () => {
		watch.parameters = { options: { maxItems: 2 } };
		await watch.ids();
		const all = Array.from({ length: 5 }, () => watch.sandbox.addUser().id);
		expect(await watch.ids()).toEqual(all.slice(0, 2));
		expect(await watch.ids()).toEqual(all.slice(2, 4));
		expect(await watch.ids()).toEqual(all.slice(4));
		expect(await watch.ids()).toEqual([]);
	});

	it.each(['atMostOnce', 'atLeastOnce'])('repeats after n8n died as %s says', async (delivery) => {
		watch.parameters = { options: { delivery } };
		const process = inOneProcess();
		await watch.ids(process());
		const one = watch.sandbox.addUser().id;
		expect(await watch.ids(process())).toEqual([one]);
		die(watch);
		const next = inOneProcess();
		expect(await watch.ids(next())).toEqual(delivery === 'atLeastOnce' ? [one] : []);
		expect(await watch.ids(next())).toEqual([]);
	});

	it('simplifies, or gives TeamViewer’s JSON as it is', async () => {
		await watch.ids();
		const user = watch.sandbox.addUser();
		const before = watch.saved();
		const [simple] = (await watch.poll()) ?? [];
		expect(Object.keys(simple?.json ?? {}).length).toBeLessThanOrEqual(10);
		expect(simple?.json).toMatchObject({ id: user.id, email: user.email, active: true });
		watch.restart(before);
		watch.parameters = { simplify: false };
		const [whole] = (await watch.poll()) ?? [];
		expect(whole?.json).toHaveProperty('log_sessions');
	});

	it('shows users when it is tried out, and names the permission that is missing', async () => {
		expect((await watch.ids({ mode: 'manual' })).length).toBeGreaterThan(0);
		expect(watch.saved()).toBe('[{},{}]');
		const limited = watch.sandbox.credentials.limitedToken(['Groups.Read'], []);
		await expect(watch.poll({ credential: tokenCredential(limited) })).rejects.toMatchObject({
			message: expect.stringContaining('User'),
		});
	});
});
