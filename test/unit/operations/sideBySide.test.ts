import { sideBySide } from '../../../nodes/TeamViewer/operations/sideBySide';
import { Pace } from '../../../nodes/TeamViewer/teamviewer/pace';

const later = async (turns: number) => {
	for (let turn = 0; turn < turns; turn++) await Promise.resolve();
};

/** Ten at once. */
function widePace(): Pace {
	const pace = new Pace();
	pace.widen();
	return pace;
}

describe('running items side by side', () => {
	it('gives results in input order, whichever item is done first', async () => {
		const results = await sideBySide(50, widePace(), async (index) => {
			await later(50 - index);
			return index;
		});
		expect(results).toEqual(Array.from({ length: 50 }, (_, index) => index));
	});

	it('has as many items under way as the pace allows', async () => {
		let underWay = 0;
		let most = 0;
		await sideBySide(50, widePace(), async () => {
			most = Math.max(most, ++underWay);
			await later(5);
			underWay -= 1;
		});
		expect(most).toBe(10);
	});

	it('starts with one item alone', async () => {
		const started: number[] = [];
		const first = sideBySide(2, new Pace(), async (index) => {
			started.push(index);
			await later(10);
		});
		await later(3);
		expect(started).toEqual([0]);
		await first;
	});

	it('reports the first failing item in input order and starts nothing after a failure is known', async () => {
		const started: number[] = [];
		const run = sideBySide(100, widePace(), async (index) => {
			started.push(index);
			await later(index === 7 ? 1 : 20);
			if (index === 3 || index === 7) throw new Error(`item ${index} failed`);
		});
		await expect(run).rejects.toThrow('item 3 failed');
		expect(Math.max(...started)).toBe(9);
	});

	it('does nothing without items', async () => {
		await expect(sideBySide(0, new Pace(), async () => 1)).resolves.toEqual([]);
	});
});
