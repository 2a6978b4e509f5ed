import { everyHistory } from './histories';
import { playSessions } from './sessionSimulation';
import { sessionStories } from './sessionStory';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof import('./world')>('./world').n8nWorkflowInWorld(),
);

describe('thirty days of sessions', () => {
	everyHistory('every event is emitted once', sessionStories, playSessions);
});
