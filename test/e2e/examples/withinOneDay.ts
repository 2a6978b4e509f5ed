import { DateTime } from 'luxon';

/**
 * Does what depends on the date, told the day's beginning. When midnight passes meanwhile, those who read the clock early
 * and those who read it late may mean two different days, so it is done once more.
 */
export async function withinOneDay<Result>(
	zone: string,
	work: (today: DateTime) => Promise<Result>,
): Promise<Result> {
	const startOfToday = () => DateTime.now().setZone(zone).startOf('day');
	const today = startOfToday();
	const result = await work(today);
	return startOfToday().equals(today) ? result : await withinOneDay(zone, work);
}
