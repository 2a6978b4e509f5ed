import { DAY, HOUR, MINUTE, SECOND, stopClock, Watch } from './watch';

/** TeamViewer allows no further calls for an hour, so that nobody waits for it. */
const USED_UP = {
	status: 403,
	headers: { 'retry-after': '3600' },
	body: { error: 'rate_limit_reached' },
};

describe('the trigger on sessions', () => {
	let watch: Watch;

	beforeEach(() => stopClock());
	afterEach(() => {
		watch.end();
		jest.useRealTimers();
	});

	const session = (fields: Parameters<Watch['sandbox']['addSession']>[0] = {}) =>
		watch.sandbox.addSession({ online: false, ...fields }).code;

	describe('created', () => {
		beforeEach(async () => {
			watch = new Watch('sessionCreated', { company: 'small' });
			await watch.poll();
			watch.wait(MINUTE);
		});

		it('emits each session once, with its links, oldest first', async () => {
			const one = session();
			watch.wait(MINUTE);
			const two = session();
			const items = await watch.poll();
			expect(items?.map(({ json }) => json.code)).toEqual([one, two]);
			expect(items?.[0]?.json).toMatchObject({
				state: 'Open',
				end_customer_link: expect.stringContaining('https://'),
				supporter_link: expect.stringContaining('https://'),
			});
			expect(await watch.poll()).toBeNull();
			watch.restart();
			expect(await watch.poll()).toBeNull();
		});

		it('emits a session that was closed before anybody looked', async () => {
			const short = session();
			watch.sandbox.closeSession(short);
			expect(await watch.ids()).toEqual([short]);
		});

		it('costs one request when nothing is new', async () => {
			expect(await watch.poll()).toBeNull();
			expect(watch.requests).toBe(1);
		});

		it('emits at most as many as the options say; the rest follow', async () => {
			watch.parameters = { options: { maxItems: 2 } };
			const all = [session(), session(), session()];
			expect([...(await watch.ids()), ...(await watch.ids())].sort()).toEqual(all.sort());
			expect(await watch.poll()).toBeNull();
		});

		it.each(['assigned to the watched user', 'moved to the watched group'])(
			'emits one that is %s 90 minutes, or most of a day, after it was made, while others come',
			async (how) => {
				const [user] = watch.sandbox.company.users;
				const mine = how.startsWith('assigned')
					? { assigned_userid: String(user?.id) }
					: { groupid: 'g1' };
				const others = { assigned_userid: 'u0', groupid: 'g2' };
				watch.parameters = {
					filters: how.startsWith('assigned')
						? { assignedUser: { mode: 'id', value: String(user?.id) } }
						: { group: { mode: 'id', value: 'g1' } },
				};
				await watch.poll();
				watch.wait(MINUTE);
				const [soon, late] = [session(others), session(others)];
				const found: string[] = [];
				const regular: string[] = [];
				for (let minutes = 10; minutes <= 23 * 60; minutes += 10) {
					watch.wait(10 * MINUTE);
					regular.push(session({ ...others, ...mine }));
					if (minutes === 90) watch.sandbox.changeSession(soon, mine);
					if (minutes === 22 * 60) watch.sandbox.changeSession(late, mine);
					found.push(...(await watch.ids()));
				}
				expect(found.sort()).toEqual([soon, late, ...regular].sort());
			},
		);

		it('looks at closed sessions now and then only, where they are many', async () => {
			for (let closed = 0; closed < 250; closed++) watch.sandbox.closeSession(session());
			while ((await watch.poll()) !== null) watch.wait(MINUTE);
			watch.wait(5 * MINUTE);
			await watch.poll();
			watch.wait(MINUTE);
			const [open, short] = [session(), session()];
			watch.sandbox.closeSession(short);
			expect(await watch.ids()).toEqual([open]);
			expect(watch.sandbox.requests.map(({ query }) => query.state)).toEqual(['open']);
			watch.wait(5 * MINUTE);
			expect(await watch.ids()).toEqual([short]);
			expect(await watch.poll()).toBeNull();
		});

		it('knows only the sessions that the filters let through', async () => {
			const [user] = watch.sandbox.company.users;
			watch.parameters = { filters: { assignedUser: { mode: 'id', value: String(user?.id) } } };
			await watch.poll();
			watch.wait(MINUTE);
			const mine = session({ assigned_userid: String(user?.id) });
			session({ assigned_userid: 'u0' });
			expect(await watch.ids()).toEqual([mine]);
		});
	});

	describe('closed', () => {
		it('emits a session that was closed, however old it is', async () => {
			watch = new Watch('sessionClosed', { company: 'empty' });
			const old = session({ created_at: written(Date.now() - 300 * DAY) });
			await watch.poll();
			watch.wait(HOUR);
			watch.sandbox.closeSession(old);
			const items = await watch.poll();
			expect(items?.map(({ json }) => [json.code, json.state])).toEqual([[old, 'Closed']]);
			expect(await watch.poll()).toBeNull();
			expect(watch.requests).toBe(2);
		});

		it('emits one that was made and closed between two polls, and one that was reopened and closed again', async () => {
			watch = new Watch('sessionClosed', { company: 'empty' });
			await watch.poll();
			watch.wait(HOUR);
			const short = session();
			watch.sandbox.closeSession(short);
			expect(await watch.ids()).toEqual([short]);
			watch.sandbox.reopenSession(short);
			watch.wait(MINUTE);
			expect(await watch.poll()).toBeNull();
			watch.wait(MINUTE);
			watch.sandbox.closeSession(short);
			expect(await watch.ids()).toEqual([short]);
		});

		it('emits an old one that was reopened and closed again between two polls', async () => {
			watch = new Watch('sessionClosed', { company: 'empty' });
			const old = session({ created_at: written(Date.now() - 300 * DAY) });
			const known = session({ created_at: written(Date.now() - 200 * DAY) });
			watch.sandbox.closeSession(known);
			await watch.poll();
			watch.wait(HOUR);
			watch.sandbox.closeSession(old);
			expect(await watch.ids()).toEqual([old]);
			watch.wait(HOUR);
			for (const code of [old, known]) {
				watch.sandbox.reopenSession(code);
				watch.sandbox.closeSession(code);
			}
			expect((await watch.ids()).sort()).toEqual([old, known].sort());
			watch.wait(HOUR);
			expect(await watch.poll()).toBeNull();
		});

		it('emits one that was reopened and closed again where TeamViewer does not say when', async () => {
			watch = new Watch('sessionClosed', { company: 'empty' });
			const close = (code: string) => {
				watch.sandbox.closeSession(code);
				watch.sandbox.changeSession(code, { closed_at: undefined });
			};
			const code = session();
			await watch.poll();
			watch.wait(MINUTE);
			close(code);
			expect(await watch.ids()).toEqual([code]);
			watch.sandbox.reopenSession(code);
			watch.wait(MINUTE);
			expect(await watch.poll()).toBeNull();
			close(code);
			expect(await watch.ids()).toEqual([code]);
			watch.wait(MINUTE);
			expect(await watch.poll()).toBeNull();
		});

		it('emits nothing for one that leaves the list but is not closed', async () => {
			watch = new Watch('sessionClosed', { company: 'empty' });
			const [user] = watch.sandbox.company.users;
			const mine = session({ assigned_userid: String(user?.id) });
			watch.parameters = { filters: { assignedUser: { mode: 'id', value: String(user?.id) } } };
			await watch.poll();
			watch.sandbox.changeSession(mine, { assigned_userid: 'u0' });
			expect(await watch.poll()).toBeNull();
			expect(await watch.poll()).toBeNull();
			expect(watch.requests).toBe(2);
		});

		it('sees the close of one that was made while n8n was off, among more open ones than a page holds', async () => {
			watch = new Watch('sessionClosed', { company: 'empty', pageSize: 4 });
			await watch.poll();
			watch.wait(6 * DAY);
			const begin = Date.now() - 5 * DAY;
			const made = (after: number) => session({ created_at: written(begin + after) });
			const [deep, next] = [made(SECOND), made(2 * SECOND)];
			const early = made(3 * SECOND);
			made(4 * SECOND);
			made(5 * SECOND);
			const later = made(HOUR + 10 * SECOND);
			const newest = made(4 * DAY);
			const found = [];
			for (const codes of [[early, later], [deep, next, newest], [], [], []]) {
				for (const code of codes) watch.sandbox.closeSession(code);
				watch.wait(HOUR);
				found.push(...(await watch.ids()));
			}
			expect(found.sort()).toEqual([deep, next, early, later, newest].sort());
		});

		it('sees the close of an old session among more open ones than a page holds, with two requests a poll', async () => {
			watch = new Watch('sessionClosed', { company: 'empty', pageSize: 10 });
			const codes = Array.from({ length: 35 }, (_, age) =>
				session({ created_at: written(Date.now() - (40 - age) * DAY) }),
			);
			await watch.poll();
			watch.sandbox.closeSession(String(codes[0]));
			const found: string[] = [];
			for (let poll = 0; poll < 8; poll++) {
				watch.wait(MINUTE);
				found.push(...(await watch.ids()));
				expect(watch.requests).toBeLessThanOrEqual(found.length > 0 ? 3 : 2);
			}
			expect(found).toEqual([codes[0]]);
		});
	});

	describe('closed, where one has to be looked up', () => {
		const [mine, others] = ['g1', 'g2'];
		let codes: string[];

		/** Sessions of a watched group, which then are moved to another: they leave the list, and only a look-up tells why. */
		const leave = async (count: number) => {
			watch = new Watch('sessionClosed', { company: 'empty' });
			watch.parameters = { filters: { group: { mode: 'id', value: mine } } };
			codes = Array.from({ length: count + 1 }, () => session({ groupid: mine }));
			await watch.poll();
			for (const code of codes.slice(1)) watch.sandbox.changeSession(code, { groupid: others });
			watch.wait(MINUTE);
		};
		const lookUps = () =>
			watch.sandbox.requests.filter(({ path }) => /\/sessions\/s/.test(path)).length;

		it('gets on a part at a time where TeamViewer limits the look-ups of many', async () => {
			await leave(100);
			let polls = 0;
			do {
				watch.sandbox.faults.clear();
				watch.sandbox.faults.add({
					...{ path: /\/sessions\/s/, after: 20, times: Infinity },
					...USED_UP,
				});
				expect(await watch.poll()).toBeNull();
				watch.wait(MINUTE);
			} while (lookUps() > 0 && ++polls < 20);
			expect(polls).toBe(5);
			watch.sandbox.closeSession(String(codes[0]));
			expect(await watch.ids()).toEqual([codes[0]]);
		});

		it('emits no more at once than Max Items, from look-ups and the closed list together', async () => {
			await leave(1);
			watch.parameters = { ...watch.parameters, options: { maxItems: 1 } };
			watch.sandbox.changeSession(String(codes[1]), { groupid: mine });
			watch.sandbox.closeSession(String(codes[1]));
			watch.sandbox.changeSession(String(codes[1]), {
				created_at: written(Date.now() - 30 * DAY),
				closed_at: undefined,
			});
			// Two polls come to one step each, so that the third begins with the look-ups.
			watch.latency = 2_000;
			for (let poll = 0; poll < 2; poll++) {
				expect(await watch.poll({ budgetMs: 3_000 })).toBeNull();
				watch.wait(MINUTE);
			}
			watch.latency = 0;
			const fresh = session({ groupid: mine });
			watch.sandbox.closeSession(fresh);
			expect(await watch.ids()).toEqual([codes[1]]);
			watch.wait(MINUTE);
			expect(await watch.ids()).toEqual([fresh]);
		});

		it('spreads the look-ups of many over several polls', async () => {
			await leave(100);
			const counts: number[] = [];
			for (let poll = 0; poll < 5; poll++) {
				await watch.poll();
				counts.push(lookUps());
			}
			expect(counts).toEqual([30, 30, 30, 10, 0]);
		});

		it.each([
			['is hidden from the token', 403, 'access_denied'],
			['is called invalid', 400, 'session_not_found'],
			['is unknown', 404, 'not_found'],
		])('passes over one that %s', async (_case, status, error) => {
			await leave(1);
			watch.sandbox.faults.failEvery({ path: /\/sessions\/s/, status, body: { error } });
			expect(await watch.poll()).toBeNull();
			expect(lookUps()).toBe(1);
			await watch.poll();
			expect(lookUps()).toBe(0);
		});

		it.each([
			['a proxy refuses', { status: 403, body: '<html>Forbidden</html>' }],
			['a proxy does not understand', { status: 400, body: '<html>Bad request</html>' }],
			['TeamViewer has a problem with', { status: 200, body: { IsSuccess: false } }],
			['something else answers', { status: 200, body: { message: 'try again later' } }],
		])('asks again for one whose look-up %s', async (_case, fault) => {
			await leave(1);
			const code = String(codes[1]);
			watch.sandbox.changeSession(code, { groupid: mine });
			watch.sandbox.closeSession(code);
			watch.sandbox.changeSession(code, {
				created_at: written(Date.now() - 30 * DAY),
				closed_at: undefined,
			});
			watch.sandbox.faults.add({ path: new RegExp(code), ...fault });
			await expect(watch.poll({ budgetMs: 900 })).rejects.toThrow();
			expect(await watch.ids({ budgetMs: 900 })).toEqual([code]);
		});

		it('lets none that always fails hold up the others', async () => {
			await leave(2);
			watch.sandbox.changeSession(String(codes[2]), { groupid: mine });
			watch.sandbox.closeSession(String(codes[2]));
			watch.sandbox.changeSession(String(codes[2]), {
				created_at: written(Date.now() - 30 * DAY),
				closed_at: undefined,
			});
			watch.sandbox.faults.failEvery({
				path: new RegExp(String(codes[1])),
				status: 500,
				body: { error: 'internal_error' },
			});
			expect(await watch.ids({ budgetMs: 900 })).toEqual([codes[2]]);
			watch.wait(MINUTE);
			await expect(watch.poll({ budgetMs: 900 })).rejects.toMatchObject({
				message: expect.stringContaining('a problem on its side'),
			});
			watch.sandbox.closeSession(String(codes[0]));
			expect(await watch.ids({ budgetMs: 900 })).toEqual([codes[0]]);
		});

		it.each([1, 3, 7])(
			'says so where nothing but look-ups is left, and all %s of them always fail; real closes still come',
			async (count) => {
				await leave(count);
				watch.sandbox.faults.failEvery({
					path: new RegExp(codes.slice(1).join('|')),
					status: 500,
					body: { error: 'internal_error' },
				});
				let failures = 0;
				for (let poll = 0; poll < 5; poll++) {
					await watch.poll({ budgetMs: 900 }).catch(() => (failures += 1));
					watch.wait(MINUTE);
				}
				expect(failures).toBe(5);
				const fresh = session({ groupid: mine });
				watch.sandbox.closeSession(fresh);
				watch.sandbox.closeSession(String(codes[0]));
				const found: string[] = [];
				for (let poll = 0; poll < 5; poll++) {
					found.push(...(await watch.ids({ budgetMs: 900 }).catch(() => [])));
					watch.wait(MINUTE);
				}
				expect(found.sort()).toEqual([codes[0], fresh].sort());
			},
		);

		it('says so at some polls where more sessions are open than a page holds, and gets further at others', async () => {
			watch = new Watch('sessionClosed', { company: 'empty', pageSize: 4 });
			const all = Array.from({ length: 14 }, (_, index) =>
				session({ created_at: written(Date.now() - (30 + index) * DAY) }),
			);
			await watch.poll();
			const gone = all.slice(0, 3);
			for (const code of gone) {
				watch.sandbox.closeSession(code);
				// The list of closed sessions does not tell that it was now.
				watch.sandbox.changeSession(code, { closed_at: undefined });
			}
			watch.sandbox.faults.failEvery({
				path: new RegExp(gone.join('|')),
				status: 500,
				body: { error: 'internal_error' },
			});
			const found: string[] = [];
			let failures = 0;
			for (let poll = 0; poll < 40; poll++) {
				watch.wait(MINUTE);
				if (poll === 20) watch.sandbox.closeSession(String(all.at(-1)));
				const polled = await watch.ids({ budgetMs: 900 }).catch(() => undefined);
				if (polled === undefined) failures += 1;
				found.push(...(polled ?? []));
			}
			expect(failures).toBeGreaterThan(5);
			expect(found).toContain(all.at(-1));
		});

		it('emits none that was moved out of the filter and closed before anybody looked', async () => {
			await leave(1);
			watch.sandbox.closeSession(String(codes[1]));
			expect(await watch.poll()).toBeNull();
			expect(lookUps()).toBe(1);
		});
	});

	describe('with a customer waiting', () => {
		it('emits every arrival once', async () => {
			watch = new Watch('sessionOnline', { company: 'empty' });
			const one = session();
			session({ online: true });
			await watch.poll();
			watch.sandbox.setSessionOnline(one, true);
			expect(await watch.ids()).toEqual([one]);
			expect(await watch.poll()).toBeNull();
			expect(watch.requests).toBe(1);
			watch.sandbox.setSessionOnline(one, false);
			expect(await watch.poll()).toBeNull();
			watch.sandbox.setSessionOnline(one, true);
			expect(await watch.ids()).toEqual([one]);
		});

		it('sees one among more open sessions than a page holds, with two requests a poll', async () => {
			watch = new Watch('sessionOnline', { company: 'empty', pageSize: 10 });
			const codes = Array.from({ length: 35 }, () => session());
			await watch.poll();
			watch.sandbox.setSessionOnline(String(codes[0]), true);
			const found: string[] = [];
			for (let poll = 0; poll < 8; poll++) {
				found.push(...(await watch.ids()));
				expect(watch.requests).toBe(2);
			}
			expect(found).toEqual([codes[0]]);
		});

		it('meets everybody in a round of as many polls as there are pages less one', async () => {
			watch = new Watch('sessionOnline', { company: 'empty', pageSize: 10 });
			const codes = Array.from({ length: 50 }, () => session());
			await watch.poll();
			for (const code of codes) watch.sandbox.setSessionOnline(code, true);
			const found: string[] = [];
			for (let poll = 0; poll < 4; poll++) {
				found.push(...(await watch.ids()));
				expect(watch.requests).toBe(2);
			}
			expect(found.sort()).toEqual(codes.sort());
		});

		it('takes nobody for an arrival whom a first poll of little time did not come to', async () => {
			watch = new Watch('sessionOnline', { company: 'empty', pageSize: 10 });
			watch.parameters = { options: { maxItems: 2 } };
			watch.latency = 2_000;
			for (let count = 0; count < 35; count++) session({ online: true });
			for (let poll = 0; poll < 8; poll++) {
				expect(await watch.poll({ budgetMs: 1_000 })).toBeNull();
				watch.wait(MINUTE);
			}
		});
	});

	it.each([
		['sessionCreated', 'repeats a page token', 'same page token twice', true],
		['sessionClosed', 'repeats a page token', 'same page token twice', true],
		['sessionOnline', 'repeats a page token', 'same page token twice', true],
		['sessionCreated', 'names no next page', 'announced 5 more records', false],
		['sessionClosed', 'names no next page', 'announced 5 more records', false],
		['sessionOnline', 'names no next page', 'announced 5 more records', false],
	])('is an error of %s when TeamViewer %s', async (event, _case, message, repeats) => {
		watch = new Watch(event, { company: 'empty' });
		await watch.poll();
		watch.wait(MINUTE);
		const code = session();
		watch.sandbox.faults.failEvery({
			status: 200,
			body: {
				sessions: [{ code, state: 'Open', created_at: written(Date.now()) }],
				sessions_remaining: 5,
				...(repeats && { next_offset: code }),
			},
		});
		const polls = async () => {
			for (let poll = 0; poll < 3; poll++) await watch.poll();
		};
		await expect(polls()).rejects.toMatchObject({ message: expect.stringContaining(message) });
	});

	it.each(['sessionClosed', 'sessionOnline'])(
		'is an error of %s when TeamViewer leads around in a circle, not a poll without an end',
		async (event) => {
			watch = new Watch(event, { company: 'empty' });
			const code = session();
			for (const next_offset of ['one', 'two', 'one']) {
				watch.sandbox.faults.add({
					status: 200,
					body: { sessions: [{ code, state: 'Open' }], sessions_remaining: 5, next_offset },
				});
			}
			await expect(watch.poll()).rejects.toThrow('TeamViewer sent the same page token twice');
			expect(watch.requests).toBe(3);
		},
	);

	it.each(['sessionCreated', 'sessionClosed', 'sessionOnline'])(
		'leaves a session without a code out of %s, not all the others with it',
		async (event) => {
			watch = new Watch(event, { company: 'empty' });
			const created_at = written(Date.now());
			const sessions = [{ state: 'Open', online: true, created_at }];
			watch.sandbox.faults.add({ status: 200, body: { sessions } });
			expect(await watch.poll()).toBeNull();
			watch.wait(MINUTE);
			watch.sandbox.faults.add({ status: 200, body: { sessions } });
			expect(await watch.poll()).toBeNull();
		},
	);

	it.each(['sessionCreated', 'sessionClosed', 'sessionOnline'])(
		'shows the latest of %s in a manual test and leaves the state alone, or says what to do',
		async (event) => {
			watch = new Watch(event, { company: 'empty' });
			await expect(watch.poll({ mode: 'manual' })).rejects.toMatchObject({
				description: expect.stringContaining('change the filters'),
			});
			watch.sandbox.closeSession(session());
			session({ online: true });
			expect((await watch.poll({ mode: 'manual' }))?.length).toBeGreaterThan(0);
			expect(watch.saved()).toBe('[{},{}]');
		},
	);

	it.each(['sessionCreated', 'sessionClosed'])(
		'works off a backlog of %s, oldest first, where a poll has time for a single page',
		async (event) => {
			watch = new Watch(event, { company: 'empty', pageSize: 10 });
			await watch.poll();
			watch.latency = 20_000;
			const codes: string[] = [];
			for (let age = 45; age > 0; age--) {
				watch.wait(HOUR);
				codes.push(session());
				watch.sandbox.closeSession(String(codes.at(-1)));
			}
			const found: string[] = [];
			for (let poll = 0; poll < 20; poll++) {
				watch.wait(MINUTE);
				found.push(...((await watch.poll({ budgetMs: 1_000 })) ?? []).map(codeOf));
				watch.restart();
				if (poll === 6) watch.sandbox.closeSession(session());
			}
			expect(found.slice(0, 45)).toEqual(codes);
			expect(found).toHaveLength(46);
		},
	);

	it.each(['sessionCreated', 'sessionClosed', 'sessionOnline'])(
		'costs two requests at most while nothing is new, however many sessions of %s a day has',
		async (event) => {
			watch = new Watch(event, { company: 'empty', pageSize: 10 });
			for (let age = 0; age < 60; age++) {
				const code = session({ created_at: written(Date.now() - age * 20 * MINUTE) });
				if (age % 3 > 0) watch.sandbox.closeSession(code);
			}
			await watch.poll();
			for (let poll = 0; poll < 30; poll++) {
				watch.wait(MINUTE);
				expect(await watch.poll()).toBeNull();
				expect(watch.requests).toBeLessThanOrEqual(2);
			}
			const fresh = session({ online: true });
			if (event === 'sessionClosed') watch.sandbox.closeSession(fresh);
			const found: string[] = [];
			for (let poll = 0; poll < 8; poll++) found.push(...(await watch.ids()));
			expect(found).toEqual([fresh]);
		},
	);

	it.each(['sessionCreated', 'sessionClosed', 'sessionOnline'])(
		'throws when TeamViewer fails during %s, and the state stays as it was',
		async (event) => {
			watch = new Watch(event, { company: 'small' });
			await watch.poll();
			const before = watch.saved();
			watch.sandbox.faults.failEvery(USED_UP);
			await expect(watch.poll()).rejects.toMatchObject({
				failure: { cause: 'rate-limited' },
			});
			expect(watch.saved()).toBe(before);
		},
	);
});

function codeOf({ json }: { json: { code?: unknown } }): string {
	return String(json.code);
}

function written(moment: number): string {
	return new Date(moment).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
