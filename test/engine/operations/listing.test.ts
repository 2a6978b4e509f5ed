import { jsonOf, workbench } from '../../harness/workbench';

const { sandbox, run, sent } = workbench({
	company: 'small',
	// Then what ended later is listed too, and left out here.
	toDateMeans: 'start',
});
const END = '2090-01-01T00:00:00Z';

describe('Limit', () => {
	it('emptied by a person or a model is the default', async () => {
		for (const limit of ['', null]) {
			const { items } = await run('user', 'getAll', { limit: limit as never });
			expect(items.length).toBeGreaterThan(0);
		}
	});

	it('tells of more only where there is more', async () => {
		const twice = { items: [{}, {}] };
		const all = await run('user', 'getAll', { limit: 1 }, twice);
		expect(all.hints[0]?.message).toBe(
			'More users exist. Raise the limit or turn on Return All to get them.',
		);
		const [user] = sandbox.company.users as unknown as [{ email: string }];
		const filters = { email: user.email };
		const one = await run('user', 'getAll', { limit: 1, filters }, twice);
		expect(one.items).toHaveLength(2);
		expect(one.hints).toEqual([]);
	});

	it('says nothing of records that are filtered out here', async () => {
		const username = 'Limit Test';
		for (let report = 0; report < 5; report++) {
			sandbox.addReport({
				username,
				start_date: '2089-12-01T08:00:00Z',
				end_date: '2089-12-01T09:00:00Z',
			});
		}
		for (let report = 0; report < 3; report++) {
			sandbox.addReport({
				username,
				start_date: '2089-12-01T08:00:00Z',
				end_date: '2090-06-01T09:00:00Z',
			});
		}
		const { items, hints } = await run(
			'connectionReport',
			'getAll',
			{
				limit: 5,
				filters: { username, endedBefore: END },
			},
			{ items: [{}, {}] },
		);
		expect(items).toHaveLength(2 * 5);
		expect(hints).toEqual([]);
	});
});

describe('What people look for', () => {
	it('is found with blanks around it', async () => {
		const [user] = sandbox.company.users as [{ name: string; id: string }];
		const { items } = await run('user', 'getAll', { filters: { name: ` ${user.name} ` } });
		expect(jsonOf(items)).toContainEqual(expect.objectContaining({ id: user.id }));
		expect(sent()[0]?.query).toMatchObject({ name: user.name });

		sandbox.clearRequests();
		await run('connectionReport', 'getAll', { filters: { username: ' Ada ' } });
		expect(sent()[0]?.query).toEqual({ username: 'Ada' });
	});
});

describe('A period', () => {
	it('is sent as its dates, by the time zone of the workflow', async () => {
		jest.useFakeTimers({
			now: new Date('2026-03-10T03:00:00Z'),
			doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'queueMicrotask'],
		});
		try {
			const query = async (period: string) => {
				sandbox.clearRequests();
				await run(
					'connectionReport',
					'getAll',
					{ filters: { period } },
					{ timezone: 'America/New_York' },
				);
				return sent()[0]?.query;
			};
			expect(await query('last24Hours')).toEqual({ from_date: '2026-03-09T03:00:00Z' });
			expect(await query('thisMonth')).toEqual({ from_date: '2026-03-01T05:00:00Z' });
			// The clocks changed on the eighth.
			expect(await query('lastMonth')).toEqual({
				from_date: '2026-02-01T05:00:00Z',
				to_date: '2026-03-01T05:00:00Z',
			});
		} finally {
			jest.useRealTimers();
		}
	});
});
