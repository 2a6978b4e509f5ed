import { Turns } from '../../../nodes/TeamViewer/teamviewer/turns';

const later = async (turns: number) => {
	for (let turn = 0; turn < turns; turn++) await Promise.resolve();
};

it('Work on one thing goes in the order in which it was asked for, while other things do not wait', async () => {
	const turns = new Turns();
	const order: string[] = [];
	const work = (thing: string, name: string, duration: number) =>
		turns.take(thing, async () => {
			await later(duration);
			order.push(name);
		});
	await Promise.all([work('a', 'slow', 50), work('a', 'quick', 1), work('b', 'other', 1)]);
	expect(order).toEqual(['other', 'slow', 'quick']);
});

it('Work that fails does not keep the next from being done', async () => {
	const turns = new Turns();
	const failing = turns.take('a', async () => await Promise.reject(new Error('failed')));
	const next = turns.take('a', async () => 'done');
	await expect(failing).rejects.toThrow('failed');
	await expect(next).resolves.toBe('done');
});

it('Nothing is kept of what is through, however many things were worked on', async () => {
	const turns = new Turns();
	const all = Array.from({ length: 1_000 }, (_, thing) =>
		turns
			.take(`${thing}`, async () => {
				if (thing % 7 === 0) throw new Error('failed');
			})
			.catch(() => undefined),
	);
	expect(turns.size).toBe(1_000);
	await Promise.all(all);
	expect(turns.size).toBe(0);
});
