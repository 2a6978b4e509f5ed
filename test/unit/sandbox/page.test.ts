import { html } from 'hono/html';
import { page } from '../../sandbox/page';

type Colours = Record<string, string>;

/** The page's colours by name, in the light and in the dark theme. */
async function themes(): Promise<Record<'light' | 'dark', Colours>> {
	const text = String(await page({ title: 'Any', content: html`<p>Any</p>`, footnote: '' }));
	const [light = '', dark = ''] = text.split('@media (prefers-color-scheme: dark)');
	const coloursIn = (part: string) =>
		Object.fromEntries(
			[...part.matchAll(/--([\w-]+): (#\w+);/g)].map(([, name, value]) => [
				name ?? '',
				value ?? '',
			]),
		);
	return { light: coloursIn(light), dark: coloursIn(dark) };
}

/** How bright a colour is (WCAG 2). */
function luminance(colour: string): number {
	const digits = colour.length === 4 ? colour.replace(/(\w)/g, '$1$1') : colour;
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((place) => {
		const part = parseInt(digits.slice(place, place + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
	const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (bright + 0.05) / (dark + 0.05);
}

/** Text, and what it stands on. */
const PAIRS = [
	['ink', 'sheet'],
	['ink', 'raised'],
	['ink', 'done'],
	['ink', 'hover'],
	['quiet', 'sheet'],
	['quiet', 'raised'],
	['quiet', 'done'],
	['link', 'sheet'],
] as const;

it.each(['light', 'dark'] as const)(
	"The sandbox's pages are well readable in the %s theme",
	async (theme) => {
		const colours = (await themes())[theme];
		const named = (name: string) => colours[name] ?? '';
		const faint = PAIRS.filter(([text, ground]) => !(contrast(named(text), named(ground)) >= 4.5));
		expect(faint).toEqual([]);
		for (const ground of ['main', 'main-hover']) {
			expect(contrast('#fff', named(ground))).toBeGreaterThanOrEqual(4.5);
		}
	},
);

it('In the dark theme they are dark, and no colour is written beside the two lists', async () => {
	const { light, dark } = await themes();
	expect(Object.keys(dark).sort()).toEqual(Object.keys(light).sort());
	expect(luminance(dark.sheet ?? '#fff')).toBeLessThan(0.05);
	const text = String(await page({ title: 'Any', content: html``, footnote: '' }));
	const rules = text.replace(/--[\w-]+: [^;]+;/g, '').match(/#[0-9a-f]{3,6}\b/g);
	// The main button's text is white on blue in both.
	expect(rules).toEqual(['#fff']);
});
