import { jsonOf, locator, workbench } from '../../harness/workbench';

const { sandbox, run, fail, sent } = workbench();
const LIST = '/reports/devices';
const byId = (id: string) => ({ deviceReport: locator('id', id) });

const recorded = () => {
	const id = String(sandbox.addDeviceReport().id);
	return { id, recording: sandbox.addRecording(id) };
};
const quiet = () => String(sandbox.addDeviceReport().id);
const NOTHING =
	/^TeamViewer holds no .* for at least one device report\. .* an ID that no report has looks the same\.$/;

describe('Get summary of device report', () => {
	it("gives the AI's summary with one request", async () => {
		const { id, recording } = recorded();
		const { items, hints } = await run('deviceReport', 'getSummary', byId(` ${id} `));
		expect(sent()).toEqual([{ method: 'GET', path: `${LIST}/${id}/ai-summary` }]);
		expect(items).toEqual([{ json: recording.aiSummary, pairedItem: { item: 0 } }]);
		expect(hints).toEqual([]);
	});
});

describe('Get transcript of device report', () => {
	it('gives the chat, one item a message, unchanged', async () => {
		const { id, recording } = recorded();
		const { items } = await run('deviceReport', 'getTranscript', byId(id));
		expect(sent()).toEqual([{ method: 'GET', path: `${LIST}/${id}/chat-transcript` }]);
		expect(items.length).toBeGreaterThan(1);
		expect(jsonOf(items)).toEqual(recording.chat);
	});
});

describe.each(['getSummary', 'getTranscript'])('Device report: %s', (operation) => {
	it.each(['list', 'id'])('asks for a report by a number, given by %s', async (mode) => {
		sandbox.faults.add({ status: 404 });
		await run(
			'deviceReport',
			operation,
			{ deviceReport: locator(mode, '={{ $json.id }}') },
			{
				items: [{ id: 4711 }],
			},
		);
		expect(sent()[0]?.path.startsWith(`${LIST}/4711/`)).toBe(true);
	});

	it('gives nothing where nothing was recorded, tells why once, and goes on with the next item', async () => {
		const { id } = recorded();
		const { items, hints } = await run('deviceReport', operation, byId('={{ $json.id }}'), {
			items: [{ id: quiet() }, { id: quiet() }, { id }],
		});
		expect(new Set(items.map(({ pairedItem }) => (pairedItem as { item: number }).item))).toEqual(
			new Set([2]),
		);
		expect(hints.map(({ message }) => message)).toEqual([expect.stringMatching(NOTHING)]);
	});

	it.each(['', '..', '../connections', '1/../../account', '%2e%2e', 'g1'])(
		'looks for nothing under %j',
		async (id) => {
			const error = await fail('deviceReport', operation, byId(id));
			expect(error.message).toMatch(/^'Device Report' is /);
			expect(sent()).toEqual([]);
		},
	);

	it('tells which permission is missing', async () => {
		const { id } = recorded();
		sandbox.faults.add({ status: 403, body: { error: 'insufficient_scope' } });
		const error = await fail('deviceReport', operation, byId(id));
		expect(error.message).toBe(
			'The TeamViewer token lacks a permission: Connection reporting (Connections.Read)',
		);
	});
});
