import { jsonOf, locator, workbench } from '../../harness/workbench';

const { sandbox, run, fail, sent } = workbench();
const LIST = '/reports/connections';

const quietReport = () => sandbox.addReport();
const recordedReport = () => {
	const report = sandbox.addReport();
	return { id: report.id, recording: sandbox.addRecording(report.id) };
};
const byId = (id: string) => ({ report: locator('id', id) });

describe('Get summary of connection report', () => {
	it("gives the AI's summary with one request", async () => {
		const { id, recording } = recordedReport();
		const { items } = await run('connectionReport', 'getSummary', byId(id));
		expect(sent()).toEqual([{ method: 'GET', path: `${LIST}/${id}/ai-summary` }]);
		expect(items).toEqual([{ json: recording.aiSummary, pairedItem: { item: 0 } }]);
	});

	it('gives the augmented summary where only that exists', async () => {
		const { id } = quietReport();
		sandbox.addRecording(id, { augmentedSummary: { title: 'Printer', summary: 'It prints.' } });
		const { items } = await run('connectionReport', 'getSummary', byId(id));
		expect(sent().map(({ path }) => path)).toEqual([
			`${LIST}/${id}/ai-summary`,
			`${LIST}/${id}/augmented-session-summary`,
		]);
		expect(jsonOf(items)).toEqual([{ title: 'Printer', summary: 'It prints.' }]);
	});

	it('gives it, too, where the licence includes only that', async () => {
		const { id } = quietReport();
		sandbox.addRecording(id, { augmentedSummary: { title: '', summary: 'It prints.' } });
		sandbox.faults.add({
			path: /ai-summary$/,
			status: 403,
			body: { error: 'license_required', error_description: 'The license is missing.' },
		});
		const { items } = await run('connectionReport', 'getSummary', byId(id));
		expect(jsonOf(items)).toEqual([{ title: '', summary: 'It prints.' }]);
	});
});

describe('Get transcript of connection report', () => {
	it('gives the chat, one item a message, unchanged', async () => {
		const { id, recording } = recordedReport();
		const { items } = await run('connectionReport', 'getTranscript', byId(id));
		expect(sent()).toEqual([{ method: 'GET', path: `${LIST}/${id}/chat-transcript` }]);
		expect(items.length).toBeGreaterThan(1);
		expect(jsonOf(items)).toEqual(recording.chat);
	});

	it('gives what was said, one item a text, unchanged', async () => {
		const { id, recording } = recordedReport();
		const { items } = await run('connectionReport', 'getTranscript', {
			...byId(id),
			transcript: 'voice',
		});
		expect(sent()).toEqual([{ method: 'GET', path: `${LIST}/${id}/voice-transcript` }]);
		expect(jsonOf(items)).toEqual(recording.voice);
	});

	it('refuses another kind of transcript before any request', async () => {
		const error = await fail('connectionReport', 'getTranscript', {
			...byId(quietReport().id),
			transcript: 'video',
		});
		expect(error.message).toBe('\'Transcript\' is "video", which TeamViewer does not know');
		expect(sent()).toEqual([]);
	});
});

describe('Get screenshots of connection report', () => {
	it('gives one item a picture, with the bytes as TeamViewer sends them', async () => {
		const { id, recording } = recordedReport();
		const { items } = await run('connectionReport', 'getScreenshots', byId(id));
		expect(sent().map(({ path }) => path)).toEqual([
			`${LIST}/${id}/screenshots`,
			...(recording.screenshots ?? []).map(
				({ screenshotId }) => `${LIST}/${id}/${screenshotId}/screenshot`,
			),
		]);
		expect(jsonOf(items)).toEqual(recording.screenshots);
		for (const { json, binary } of items) {
			expect(binary?.data).toMatchObject({
				fileName: json.fileName,
				mimeType: 'image/png',
				fileExtension: 'png',
			});
			const address = `https://webapi.teamviewer.com/api/v1${LIST}/${id}/${String(json.screenshotId)}/screenshot`;
			const response = await sandbox.fetch(
				new Request(address, {
					headers: { Authorization: `Bearer ${sandbox.credentials.scriptToken}` },
				}),
			);
			expect(binary?.data?.data).toBe(Buffer.from(await response.arrayBuffer()).toString('base64'));
		}
	});

	it.each(['../..', '', 'a/b', '%2e%2e'])(
		'asks for no picture under the made-up id %j',
		async (screenshotId) => {
			const { id } = quietReport();
			sandbox.faults.add({ path: /screenshots$/, status: 200, body: [{ screenshotId }] });
			const error = await fail('connectionReport', 'getScreenshots', byId(id));
			expect(error.message).toBe("TeamViewer's list of screenshots holds one without an id");
			expect(sent()).toHaveLength(1);
		},
	);

	it('fails where a picture cannot be fetched, instead of giving fewer', async () => {
		const { id } = recordedReport();
		sandbox.faults.add({ path: /screenshot$/, after: 1, status: 404, body: {} });
		const error = await fail('connectionReport', 'getScreenshots', byId(id));
		expect(error.message).toMatch(
			/^TeamViewer does not know screenshot [\w-]+ of connection report /,
		);
	});
});

describe.each([
	['summary', 'getSummary', {}],
	['chat transcript', 'getTranscript', {}],
	['voice transcript', 'getTranscript', { transcript: 'voice' }],
	['screenshots', 'getScreenshots', {}],
])('Where a connection has no %s', (things, operation, parameters) => {
	const hint = `TeamViewer holds no ${things} for at least one connection report. They exist only where the feature was licensed and turned on during the connection.`;

	it('there is nothing, and a hint tells why, instead of a failed node', async () => {
		const reports = [quietReport(), quietReport()];
		const { items, hints } = await run(
			'connectionReport',
			operation,
			{ report: locator('id', '={{ $json.id }}'), ...parameters },
			{ items: reports.map(({ id }) => ({ id })) },
		);
		expect(items).toEqual([]);
		expect(hints.map(({ message }) => message)).toEqual([hint]);
	});

	it('the others still give theirs, paired with their items', async () => {
		const { items } = await run(
			'connectionReport',
			operation,
			{ report: locator('id', '={{ $json.id }}'), ...parameters },
			{ items: [{ id: quietReport().id }, { id: recordedReport().id }] },
		);
		expect(items.length).toBeGreaterThan(0);
		expect(new Set(items.map(({ pairedItem }) => (pairedItem as { item: number }).item))).toEqual(
			new Set([1]),
		);
	});

	it('a 404 is nothing recorded too, as long as TeamViewer knows the report', async () => {
		const { id } = quietReport();
		sandbox.faults.failEvery({ path: /(summary|transcript|screenshots)$/, status: 404 });
		const { items, hints } = await run('connectionReport', operation, {
			...byId(id),
			...parameters,
		});
		expect(items).toEqual([]);
		expect(hints.map(({ message }) => message)).toEqual([hint]);
	});

	it.each([
		['no content', { status: 204 }],
		['an empty value', { status: 200, body: 'null' }],
	])('%s is nothing recorded too', async (_, answer) => {
		const { id } = quietReport();
		sandbox.faults.failEvery({ path: /(summary|transcript|screenshots)$/, ...answer });
		const { items, hints } = await run('connectionReport', operation, {
			...byId(id),
			...parameters,
		});
		expect(items).toEqual([]);
		expect(hints.map(({ message }) => message)).toEqual([hint]);
	});

	it('a report that TeamViewer does not know is an error', async () => {
		const unknown = '00000000-0000-4000-8000-000000000000';
		const error = await fail('connectionReport', operation, { ...byId(unknown), ...parameters });
		expect(error.message + String(error.description)).toContain(`connection report ${unknown}`);
	});

	it('a missing permission stays an error that names it', async () => {
		const { id } = quietReport();
		sandbox.faults.failEvery({
			path: /(summary|transcript|screenshots)$/,
			status: 403,
			body: { IsSuccess: false, Error: { Message: 'Access denied', ExceptionName: 'Forbidden' } },
		});
		const error = await fail('connectionReport', operation, { ...byId(id), ...parameters });
		expect(error.message).toBe(
			'The TeamViewer token lacks a permission: Connection reporting (Connections.Read)',
		);
	});

	it('a missing licence that TeamViewer names stays an error', async () => {
		const { id } = quietReport();
		sandbox.faults.failEvery({
			path: /(summary|transcript|screenshots)$/,
			status: 404,
			body: {
				IsSuccess: false,
				Error: { Message: 'The license does not include this.', ExceptionName: 'NoLicense' },
			},
		});
		const error = await fail('connectionReport', operation, { ...byId(id), ...parameters });
		expect(error.message).toBe('The TeamViewer licence does not include this feature');
	});
});
