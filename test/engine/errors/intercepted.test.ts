import { locator, workbench } from '../../harness/workbench';

const { sandbox, run, fail } = workbench();
const SIGN_IN = '<!DOCTYPE html><html><body>Please sign in to the guest network</body></html>';

it("A web filter's page is not taken for TeamViewer's judgement", async () => {
	sandbox.faults.failEvery({ status: 403, body: '<html>Category: remote access</html>' });
	const error = await fail('group', 'getAll');
	expect(error.message).toBe('Something between n8n and TeamViewer refused the request (HTTP 403)');
	expect(error.description).toContain('Let n8n reach webapi.teamviewer.com there.');
	expect(error.context.reason).toBe('intercepted');
});

describe('A page under 200', () => {
	it.each([
		['a sign-in page', { body: SIGN_IN, headers: { 'Content-Type': 'text/html' } }],
		[
			'a page that says it is a picture',
			{ body: SIGN_IN, headers: { 'Content-Type': 'image/png' } },
		],
		['JSON', { body: { error: 'none' } }],
		['nothing', { body: '' }],
	])('never becomes a picture: %s', async (_, answer) => {
		const { id } = sandbox.addReport();
		sandbox.addRecording(id);
		sandbox.faults.failEvery({ path: /\/screenshot$/, status: 200, ...answer });
		const error = await fail('connectionReport', 'getScreenshots', { report: locator('id', id) });
		expect(error.message).toMatch(/answered .*\/screenshot with something else than a file/);
	});

	it('never becomes a deletion', async () => {
		const { id } = sandbox.addReport();
		sandbox.faults.failEvery({ method: 'DELETE', status: 200, body: SIGN_IN });
		const error = await fail('connectionReport', 'delete', { report: locator('id', id) });
		expect(error.description).toContain(
			'It is not known whether TeamViewer carried the request out',
		);
	});

	it('while pictures that TeamViewer sends as bytes come through', async () => {
		const { id } = sandbox.addReport();
		sandbox.addRecording(id);
		const { items } = await run('connectionReport', 'getScreenshots', {
			report: locator('id', id),
		});
		expect(items.length).toBeGreaterThan(0);
		expect(items[0]?.binary?.data?.mimeType).toMatch(/^image\//);
	});
});
