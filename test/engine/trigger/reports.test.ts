import type { IDataObject } from 'n8n-workflow';

import { runPoll, tokenCredential } from '../../harness/engine';
import { interceptTeamViewer } from '../../harness/teamviewer';
import { createSandbox } from '../../sandbox';

describe('the trigger on connection reports', () => {
	const sandbox = createSandbox({ company: 'small' });
	const credential = tokenCredential(sandbox.credentials.scriptToken);
	let restore: () => void;
	let staticData: IDataObject;
	let globalStaticData: IDataObject;

	beforeAll(() => {
		restore = interceptTeamViewer(sandbox);
	});
	beforeEach(() => {
		staticData = {};
		globalStaticData = {};
		sandbox.clearRequests();
	});
	afterAll(() => restore());

	const poll = async () =>
		await runPoll({
			credential,
			parameters: { triggerOn: 'connectionReportCreated' },
			staticData,
			globalStaticData,
		});

	it('takes what exists as known, and emits what comes', async () => {
		expect(await poll()).toBeNull();
		expect(await poll()).toBeNull();
		const report = sandbox.addReport();
		const items = await poll();
		expect(items?.map(({ json }) => json.id)).toEqual([report.id]);
		staticData = JSON.parse(JSON.stringify(staticData)) as IDataObject;
		expect(await poll()).toBeNull();
	});
});
