import { latestOf, SeenIds } from '../../../nodes/TeamViewer/trigger/engine/seenIds';

const HOUR = 3_600_000;
const id = (index: number) => `A1B2C3D4-0000-4000-8000-${String(index).padStart(12, '0')}`;

describe('the ids that a trigger has seen', () => {
	it('knows an id in either case, after it was saved too', () => {
		const seen = new SeenIds();
		seen.add(id(1), HOUR);
		const saved = JSON.parse(JSON.stringify(seen.save(0))) as Record<string, string>;
		expect(new SeenIds(saved).has(id(1).toLowerCase())).toBe(true);
		expect(new SeenIds(saved).has(id(2))).toBe(false);
	});

	it('forgets what lies before the floor, and nothing after it', () => {
		const seen = new SeenIds();
		for (let hour = 0; hour < 48; hour++) seen.add(id(hour), hour * HOUR);
		const kept = new SeenIds(seen.save(24 * HOUR));
		expect(kept.has(id(23))).toBe(false);
		expect(kept.has(id(24))).toBe(true);
	});

	it('keeps 10,000 ids of a day in less than 85 kB, and all of them spare beside that in less than 200 kB', () => {
		const seen = new SeenIds();
		for (let index = 0; index < 10_000; index++) seen.add(id(index), (index / 10_000) * 24 * HOUR);
		const saved = seen.save(0);
		const [spare] = latestOf(saved, 10_500);
		expect(JSON.stringify(saved).length).toBeLessThan(85_000);
		expect(JSON.stringify([saved, spare]).length).toBeLessThan(200_000);
	});

	it('tells from where on its latest part is complete', () => {
		const seen = new SeenIds();
		for (let index = 0; index < 100; index++) seen.add(id(index), index * HOUR);
		const [part, from] = latestOf(seen.save(0), 10);
		const kept = new SeenIds(part);
		const known = Array.from({ length: 100 }, (_, index) => index).filter((index) =>
			kept.has(id(index)),
		);
		expect(known).toEqual([90, 91, 92, 93, 94, 95, 96, 97, 98, 99]);
		expect(from).toBeLessThanOrEqual(90 * HOUR);
		expect(from).toBeGreaterThan(89 * HOUR);
		expect(latestOf(seen.save(0), 100)[1]).toBeUndefined();
	});
});
