import type { PollOptions } from '../../harness/engine';
import { DAY, HOUR, MINUTE, stopClock, Watch } from './watch';

const written = (moment: number) => new Date(moment).toISOString().replace(/\.\d{3}Z$/, 'Z');

/** One of several trigger nodes in a workflow; n8n keeps its data under its name. */
class Node {
	staticData = {};

	constructor(
		private readonly watch: Watch,
		public node: PollOptions['node'],
		private readonly parameters: PollOptions['parameters'] = {},
	) {}

	async ids(): Promise<string[]> {
		const { staticData, node, watch } = this;
		const parameters = { triggerOn: watch.event, ...this.parameters };
		return await watch.ids({ staticData, node, parameters });
	}
}

describe('several trigger nodes in a workflow', () => {
	let watch: Watch;

	beforeEach(() => {
		stopClock();
		watch = new Watch('connectionReportCreated');
	});
	afterEach(() => {
		watch.end();
		jest.useRealTimers();
	});

	const report = () =>
		watch.sandbox.addReport({
			start_date: written(Date.now() - 10 * MINUTE),
			end_date: written(Date.now()),
			publishedAt: Date.now(),
		}).id;

	const everyMinute = async (nodes: Node[], minutes: number) => {
		const found = nodes.map((): string[] => []);
		const reports: string[] = [];
		for (const node of nodes) await node.ids();
		for (let minute = 0; minute < minutes; minute++) {
			watch.wait(MINUTE);
			reports.push(report());
			for (const [index, node] of nodes.entries()) found[index]?.push(...(await node.ids()));
		}
		return { found, reports };
	};

	it.each([
		['are equal', {}],
		['have other filters', { filters: { minimumDuration: 5 } }],
		['have another event', { triggerOn: 'sessionCreated' }],
	])('each emit everything once though they have one id and %s', async (_case, parameters) => {
		const one = new Node(watch, { id: 'same', name: 'Trigger' });
		const other = new Node(watch, { id: 'same', name: 'Trigger1' }, parameters);
		const { found, reports } = await everyMinute([one, other], 5);
		expect(found).toEqual([reports, 'triggerOn' in parameters ? [] : reports]);
	});

	it('works without an id', async () => {
		const one = new Node(watch, { id: undefined as unknown as string, name: 'Trigger' });
		const other = new Node(watch, { id: undefined as unknown as string, name: 'Trigger1' });
		const { found, reports } = await everyMinute([one, other], 3);
		expect(found).toEqual([reports, reports]);
	});

	it('begins under the old name of one that lives on under another', async () => {
		const old = new Node(watch, { id: 'id-1', name: 'Trigger' });
		await old.ids();
		watch.wait(MINUTE);
		const renamed = new Node(watch, { id: 'id-1', name: 'Invoices' });
		const first = report();
		expect(await renamed.ids()).toEqual([first]);
		watch.wait(90 * DAY);
		const second = report();
		expect(await renamed.ids()).toEqual([second]);
		const fresh = new Node(watch, { id: 'id-2', name: 'Trigger' });
		fresh.staticData = old.staticData;
		expect(await fresh.ids()).toEqual([]);
		watch.wait(MINUTE);
		const third = report();
		expect(await fresh.ids()).toEqual([third]);
		expect(await renamed.ids()).toEqual([third]);
	});

	it('begins under the name of one that was deleted months ago, and goes on where it was imported again', async () => {
		const old = new Node(watch, { id: 'id-1', name: 'Trigger' });
		await old.ids();
		watch.wait(20 * HOUR);
		const first = report();
		const imported = new Node(watch, { id: 'id-2', name: 'Trigger' });
		imported.staticData = old.staticData;
		expect(await imported.ids()).toEqual([first]);
		watch.wait(90 * DAY);
		report();
		const fresh = new Node(watch, { id: 'id-3', name: 'Trigger' });
		fresh.staticData = old.staticData;
		expect(await fresh.ids()).toEqual([]);
	});

	it('goes on under its id however long n8n was off, also with a new name', async () => {
		const old = new Node(watch, { id: 'id-1', name: 'Trigger' });
		await old.ids();
		watch.wait(90 * DAY);
		const first = report();
		const renamed = new Node(watch, { id: 'id-1', name: 'Invoices' });
		expect(await renamed.ids()).toEqual([first]);
	});
});
