import type { WorkflowFile } from '../../n8n/workflows';
import { EXAMPLES, readExample } from '../../start/examples';

describe.each(EXAMPLES)('The example %s', (name) => {
	let example: WorkflowFile;
	beforeAll(async () => {
		example = await readExample(name);
	});

	test('takes one way only when a node fails', () => {
		// n8n gives a node that always has output an empty item on its first output then, beside the error on the last.
		const both = example.nodes.filter(
			({ alwaysOutputData, onError }) => alwaysOutputData && onError === 'continueErrorOutput',
		);
		expect(both.map((node) => node.name)).toEqual([]);
	});
});

/** Those that people fill in forms of, who see nothing of the execution. */
const WITH_LAST_PAGES = ['onboarding', 'offboarding', 'just-in-time-access'] as const;

test.each(WITH_LAST_PAGES)(
	'The example %s tells what each node says that may fail',
	async (name) => {
		const { nodes } = await readExample(name);
		const texts = nodes.map(({ parameters }) => JSON.stringify(parameters));
		const mayFail = nodes.filter(({ onError }) => onError?.startsWith('continue'));
		const untold = mayFail.filter(
			(node) => !texts.some((text) => text.includes(`$('${node.name}')`) && /\berror\b/.test(text)),
		);
		expect(mayFail.length).toBeGreaterThan(0);
		expect(untold.map((node) => node.name)).toEqual([]);
	},
);
