import { everyHistory } from './histories';
import { playSnapshot } from './snapshotSimulation';
import { snapshotStories } from './snapshotStory';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof import('./world')>('./world').n8nWorkflowInWorld(),
);

describe('thirty days of managed devices and users', () => {
	everyHistory('every event is emitted once', snapshotStories, playSnapshot);
});
