import { workbench } from '../../harness/workbench';

const { fail, run, sent } = workbench({ company: 'small' });

/** A group whose ID is worked out. */
const groupOf = (value: string) => ({ group: { __rl: true, mode: 'id', value } });

describe('An expression that cannot be worked out', () => {
	it.each([
		["={{ $('Webhook').item.json.group }}", /Webhook|node/],
		['={{ $json.group. }}', /syntax/],
	])("is told in n8n's own words, and nothing is sent: %s", async (expression, words) => {
		const error = await fail('session', 'create', groupOf(expression));
		expect(error.message).toMatch(words);
		expect(`${error.message} ${error.description}`).not.toMatch(/unexpected problem|report it/);
		expect(error.context.itemIndex).toBe(0);
		expect(sent()).toEqual([]);
	});

	it('goes into the error of its item where the workflow goes on', async () => {
		const { items } = await run('session', 'create', groupOf("={{ $('Webhook').item.json.id }}"), {
			continueOnFail: true,
		});
		expect(items).toEqual([
			expect.objectContaining({
				json: expect.objectContaining({ error: expect.stringMatching(/Webhook|node/) as string }),
			}),
		]);
	});
});
