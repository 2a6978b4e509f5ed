/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the icons */
import { readFileSync } from 'node:fs';

/** What WCAG asks of a drawing. */
const ENOUGH = 3;

/** What n8n 2.41 shows icons on: its nodes and panels, and its canvas. */
const ICONS = [
	{ lights: 'light', file: 'icons/teamviewer.svg', grounds: ['#FFFFFF', '#F5F5F5'] },
	{ lights: 'dark', file: 'icons/teamviewer.dark.svg', grounds: ['#2B2B2B', '#171717'] },
];

describe.each(ICONS)('The icon in the $lights', ({ file, grounds }) => {
	const drawing = readFileSync(file, 'utf8');
	const area = /fill="(#\w{6})"/.exec(drawing)?.[1] ?? '';
	const strokes = [...drawing.matchAll(/stroke="(#\w{6})"/g)].map(([, color = '']) => color);
	/** The tick is drawn last, on the filled screen. */
	const tick = strokes.pop() ?? '';

	it.each(grounds)('stands out from %s', (ground) => {
		for (const color of [area, ...strokes]) {
			expect(contrast(color, ground)).toBeGreaterThanOrEqual(ENOUGH);
		}
	});

	it('has a tick that stands out from its screen', () => {
		expect(contrast(tick, area)).toBeGreaterThanOrEqual(ENOUGH);
	});
});

it('Contrast is measured as WCAG does', () => {
	expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21);
	expect(contrast('#767676', '#FFFFFF')).toBeCloseTo(4.54);
});

/** From 1, no difference, to 21. */
function contrast(one: string, other: string): number {
	const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
	return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
		const part = parseInt(color.slice(at, at + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
