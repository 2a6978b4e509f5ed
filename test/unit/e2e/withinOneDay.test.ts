import { Settings, type DateTime } from 'luxon';
import { withinOneDay } from '../../e2e/examples/withinOneDay';

const setClock = (time: string) => {
	Settings.now = () => Date.parse(time);
};
afterEach(() => {
	Settings.now = () => Date.now();
});

/** Runs something that ends at these times, and tells the days that it was told. */
async function daysOfWork(startedAt: string, ...endedAt: string[]): Promise<string[]> {
	const days: string[] = [];
	setClock(startedAt);
	await withinOneDay('Europe/Berlin', async (today: DateTime) => {
		days.push(today.toISODate() ?? '');
		setClock(endedAt[days.length - 1] ?? startedAt);
	});
	return days;
}

describe('A test that depends on the date', () => {
	test('runs once in the middle of a day, and in the first second of one', async () => {
		expect(await daysOfWork('2026-11-25T11:00:00Z', '2026-11-25T11:01:00Z')).toEqual([
			'2026-11-25',
		]);
		expect(await daysOfWork('2026-11-24T23:00:00Z', '2026-11-24T23:02:00Z')).toEqual([
			'2026-11-25',
		]);
	});

	test('runs again when midnight passed meanwhile, by the clock of its own time zone', async () => {
		expect(
			await daysOfWork('2026-11-25T22:59:30Z', '2026-11-25T23:00:20Z', '2026-11-25T23:01:00Z'),
		).toEqual(['2026-11-25', '2026-11-26']);
		expect(await daysOfWork('2026-11-25T23:59:30Z', '2026-11-26T00:00:20Z')).toEqual([
			'2026-11-26',
		]);
	});
});
