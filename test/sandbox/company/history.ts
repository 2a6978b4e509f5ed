import { DAY, HOUR, MINUTE, SECOND } from '../dates';
import type { Random } from '../random';

/** A moment in the past and when the world learnt of it, both in milliseconds. */
export interface PastConnection {
	end: number;
	publishedAt: number;
}

/**
 * When connections ended over the last `days` days: about `perWorkday` from Monday to Friday between seven and six
 * (UTC), a few on weekends, one in a hundred at night, none later than `now`. Nearly all were published within a minute of their end.
 */
export function pastConnections(
	random: Random,
	now: number,
	days: number,
	perWorkday: number,
): PastConnection[] {
	const past: PastConnection[] = [];
	const today = Math.floor(now / DAY) * DAY;
	for (let day = today - days * DAY; day <= today; day += DAY) {
		const weekday = new Date(day).getUTCDay();
		const weekend = weekday === 0 || weekday === 6;
		const count = weekend ? random.whole(0, 3) : random.whole(perWorkday - 7, perWorkday + 7);
		for (let made = 0; made < count; made++) {
			const end = day + timeOfDay(random.next());
			const late = random.chance(0.02)
				? random.whole(10, 600) * MINUTE
				: random.whole(5, 60) * SECOND;
			if (end + late <= now) past.push({ end, publishedAt: end + late });
		}
	}
	return past;
}

/** A number in [0, 1) as a time of the day in milliseconds: working hours, and the hours from one to five at the end. */
function timeOfDay(chance: number): number {
	const DAYLIGHT = 0.99;
	if (chance < DAYLIGHT) return 7 * HOUR + Math.floor((chance / DAYLIGHT) * 11 * 3600) * SECOND;
	return HOUR + Math.floor(((chance - DAYLIGHT) / (1 - DAYLIGHT)) * 4 * 3600) * SECOND;
}
