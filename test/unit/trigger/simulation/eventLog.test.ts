import { playEventLog } from './eventLogSimulation';
import { eventLogStories } from './eventLogStory';
import { everyHistory } from './histories';

jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof import('./world')>('./world').n8nWorkflowInWorld(),
);

describe('thirty days of audit events and alarms', () => {
	everyHistory('every one is emitted once', eventLogStories, playEventLog);
});
