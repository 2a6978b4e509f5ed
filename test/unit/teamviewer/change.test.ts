import type { INode } from 'n8n-workflow';

import { toNodeError } from '../../../nodes/TeamViewer/errors/toNodeError';
import { inBatches, inSteps, readBack } from '../../../nodes/TeamViewer/teamviewer/change';
import { TeamViewerError } from '../../../nodes/TeamViewer/teamviewer/teamViewerError';

const NODE: INode = {
	...{ id: '1', name: 'TeamViewer', type: 'n8n-nodes-teamviewer.teamViewer', typeVersion: 1 },
	...{ position: [0, 0], parameters: {} },
};

const UNREACHABLE = new TeamViewerError(
	{ kind: 'network', code: 'ECONNRESET' },
	{ method: 'POST', path: '/usergroups/1/members' },
	'oAuth2',
);

const NUMBERS = [...Array(250).keys()];

async function told(work: Promise<unknown>) {
	const error = await work.then(
		() => undefined,
		(thrown: unknown) => thrown,
	);
	return toNodeError(NODE, error, { itemIndex: 3 });
}

describe('A change that takes several requests', () => {
	it('sends a hundred entries at a time, in order', async () => {
		const sent: number[][] = [];
		const answers = await inBatches(NUMBERS, 'members were added', async (batch) => {
			sent.push(batch);
			return batch.length;
		});
		expect(answers).toEqual([100, 100, 50]);
		expect(sent.flat()).toEqual(NUMBERS);
	});

	it('says how many entries were done when a later request fails', async () => {
		const { message, description, context } = await told(
			inBatches(NUMBERS, 'members were added', async ([first]) => {
				if (first === 100) throw UNREACHABLE;
			}),
		);
		expect(message).toBe(
			'The first 100 of 250 members were added, but the rest failed: TeamViewer could not be reached',
		);
		expect(description).toMatch(/^What was done stays: do only the rest again\. /);
		expect(description).toContain('It is not known whether TeamViewer carried the request out');
		expect(context.itemIndex).toBe(3);
	});

	it('says which steps were done when a later one fails', async () => {
		const done = async () => undefined;
		const { message } = await told(
			inSteps([
				{ send: done, done: 'the name was changed' },
				{ send: done, done: 'the policy was set' },
				{ send: async () => await Promise.reject(UNREACHABLE), done: 'it was moved' },
			]),
		);
		expect(message).toBe(
			'The name was changed and the policy was set, but the rest failed: TeamViewer could not be reached',
		);
	});

	it('tells a failure of the first request as it is: nothing was done', async () => {
		const { message } = await told(
			inBatches(NUMBERS, 'members were added', async () => await Promise.reject(UNREACHABLE)),
		);
		expect(message).toBe('TeamViewer could not be reached');
	});

	it('tells a failure to read apart from a failure to change', async () => {
		const { message } = await told(
			readBack('The user was created', async () => await Promise.reject(UNREACHABLE)),
		);
		expect(message).toBe(
			'The user was created, but reading it back failed: TeamViewer could not be reached',
		);
	});
});
