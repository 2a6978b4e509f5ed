import { DIALECTS, withoutForm } from '../../harness/dialects';
import { MINUTE, NOON, stopClock, Watch, written } from './watch';

beforeAll(() => stopClock());
afterAll(() => jest.useRealTimers());

/** What happens, by the event that tells of it. */
const HAPPENINGS: Array<[string, (watch: Watch) => unknown]> = [
	['alarmRaised', ({ sandbox }) => sandbox.addAlarm()],
	['auditEventCreated', ({ sandbox }) => sandbox.addAuditEvent()],
	['connectionReportCreated', ({ sandbox }) => sandbox.addReport()],
	['managedDeviceAdded', ({ sandbox }) => sandbox.addManagedDevice()],
	['sessionCreated', ({ sandbox }) => sandbox.addSession()],
	['userAdded', ({ sandbox }) => sandbox.addUser()],
];

/** The items of what happens after the first poll, which knows of one already, and of a quiet poll afterwards. */
async function itemsOf(event: string, happen: (watch: Watch) => unknown, dialect = {}) {
	jest.setSystemTime(NOON);
	const watch = new Watch(event, { dialect });
	try {
		happen(watch);
		watch.wait(MINUTE);
		for (let poll = 0; poll < 3; poll++) expect(await watch.poll()).toBeNull();
		watch.wait(MINUTE);
		happen(watch);
		const found = await watch.poll();
		watch.wait(MINUTE);
		expect(await watch.poll()).toBeNull();
		return found?.map(({ json }) => json);
	} finally {
		watch.end();
	}
}

describe.each(HAPPENINGS)('%s', (event, happen) => {
	it.each(DIALECTS)('gives the same, once, from %s', async (_, dialect) => {
		const usual = await itemsOf(event, happen);
		expect(usual).toHaveLength(1);
		expect(withoutForm(await itemsOf(event, happen, dialect))).toEqual(withoutForm(usual));
	});
});

it('Equal audit events count as many however their keys are spelled', async () => {
	jest.setSystemTime(NOON);
	const watch = new Watch('auditEventCreated', { dialect: { keys: 'otherCase' } });
	await watch.poll();
	watch.wait(MINUTE);
	const Timestamp = written(Date.now() - 5_000);
	for (const EventName of ['Group added', 'Group added', 'Group deleted']) {
		watch.sandbox.addAuditEvent({ Timestamp, EventName });
	}
	const names = ((await watch.poll()) ?? []).map(({ json }) => json.EventName);
	watch.end();
	expect(names.sort()).toEqual(['Group added', 'Group added', 'Group deleted']);
});
