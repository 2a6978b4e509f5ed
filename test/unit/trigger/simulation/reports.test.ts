import { play } from './reportSimulation';
import { reportStories } from './reportStory';
import { everyHistory } from './histories';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof import('./world')>('./world').n8nWorkflowInWorld(),
);

describe('thirty days of connection reports', () => {
	everyHistory('every report is emitted once', reportStories, play);
});
