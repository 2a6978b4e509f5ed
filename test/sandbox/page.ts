import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** A piece of a page; everything put into `html` is escaped. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/**
 * No picture and no font is loaded: the pages have to look the same without a network. The narrow form is for the pop-up of
 * 500 × 700 pixels, without scroll bars, in which n8n shows the consent page: all of it is to be seen there at once, and the
 * buttons stay at the bottom edge where it is smaller still.
 */
const STYLE = `
	:root {
		color-scheme: light dark;
		--ground: #eef1f5; --sheet: #fff; --raised: #f8fafc; --ink: #1d2733; --quiet: #5d6a7c;
		--edge: #d9dfe7; --line: #e6eaf0; --button-edge: #c4ccd8; --hover: #f3f6f9;
		--main: #1f5fd0; --main-hover: #1a51b3; --link: #1f5fd0; --focus: #9bbcf5;
		--done: #e7f5ec; --done-edge: #b9dfc7; --shadow: rgb(24 39 75 / 10%);
	}
	@media (prefers-color-scheme: dark) {
		:root {
			--ground: #12161c; --sheet: #1b2129; --raised: #222a34; --ink: #e6ebf2; --quiet: #a3b0c2;
			--edge: #35404e; --line: #2e3742; --button-edge: #4a5767; --hover: #2a333f;
			--main: #2a66d4; --main-hover: #2259bf; --link: #8ab4ff; --focus: #6f9ff0;
			--done: #17352a; --done-edge: #2c6049; --shadow: rgb(0 0 0 / 40%);
		}
	}
	* { box-sizing: border-box; }
	body {
		margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px;
		grid-template-columns: minmax(0, 1fr);
		background: var(--ground); color: var(--ink);
		font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif;
	}
	main {
		width: 100%; max-width: 460px; background: var(--sheet); border: 1px solid var(--edge);
		border-radius: 12px; box-shadow: 0 8px 28px var(--shadow); overflow: clip;
	}
	main.wide { max-width: 1120px; }
	header { padding: 22px 28px 18px; border-bottom: 1px solid var(--line); background: var(--raised); }
	header p { margin: 2px 0 0; color: var(--quiet); font-size: 13px; }
	h1 { margin: 0; font-size: 17px; letter-spacing: 0.01em; }
	section { padding: 22px 28px; overflow-x: auto; }
	a { color: var(--link); }
	nav { display: flex; flex-wrap: wrap; gap: 4px 18px; padding: 12px 28px; border-top: 1px solid var(--line); font-size: 13.5px; }
	section + section, nav + section { border-top: 1px solid var(--line); }
	h2 { margin: 0 0 4px; font-size: 19px; line-height: 1.35; }
	.quiet { margin: 0 0 18px; color: var(--quiet); font-size: 14px; }
	.list-title { margin: 0 0 8px; font-weight: 600; font-size: 14px; }
	ul { margin: 0; padding: 0; list-style: none; border: 1px solid var(--line); border-radius: 8px; }
	li { display: flex; justify-content: space-between; gap: 12px; padding: 6px 12px; font-size: 14px; }
	li + li { border-top: 1px solid var(--line); }
	code.whole { white-space: normal; overflow-wrap: anywhere; }
	.done {
		margin: 0 0 18px; padding: 10px 14px; border-radius: 8px;
		background: var(--done); border: 1px solid var(--done-edge);
	}
	.buttons + .list-title { margin-top: 16px; }
	.ticks { color: var(--quiet); text-align: right; }
	code { color: var(--quiet); font: 12px/1.75 ui-monospace, "DejaVu Sans Mono", monospace; white-space: nowrap; }
	table { width: 100%; border-collapse: collapse; font-size: 13.5px; }
	th { padding: 4px 8px 4px 0; text-align: left; color: var(--quiet); font-weight: 600; }
	td { padding: 5px 8px 5px 0; border-top: 1px solid var(--line); vertical-align: top; }
	td:first-child { white-space: nowrap; }
	.buttons { display: flex; flex-wrap: wrap; gap: 10px; }
	.buttons.end {
		justify-content: flex-end; padding: 14px 28px; position: sticky; bottom: 0;
		background: var(--sheet); border-top: 1px solid var(--line);
	}
	form { margin: 0; }
	button {
		min-width: 104px; padding: 9px 18px; border-radius: 8px; border: 1px solid var(--button-edge);
		background: var(--sheet); color: var(--ink); font: inherit; font-weight: 600; cursor: pointer;
	}
	button:hover { background: var(--hover); }
	button.main { background: var(--main); border-color: var(--main); color: #fff; }
	button.main:hover { background: var(--main-hover); }
	button:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
	footer { padding: 12px 28px 16px; border-top: 1px solid var(--line); color: var(--quiet); font-size: 12.5px; }
	@media (max-width: 520px) {
		body { display: block; padding: 0; }
		main { max-width: none; min-height: 100vh; border: 0; border-radius: 0; }
		header { padding: 10px 16px; }
		section { padding: 10px 16px; }
		nav { padding: 10px 16px; }
		h2 { font-size: 17px; }
		.quiet { margin-bottom: 8px; font-size: 13px; }
		li { padding: 1px 10px; font-size: 12px; line-height: 1.4; }
		li span:first-child { white-space: nowrap; }
		code { font-size: 11px; }
		.buttons.end { padding: 8px 16px; }
		footer { padding: 8px 16px; }
	}
`;

/** A page of the sandbox, which says of itself that it is one. */
export function page(options: {
	title: string;
	content: Markup;
	footnote: string | Markup;
	wide?: boolean;
	/** Seconds after which the page loads itself anew. */
	refresh?: number;
}): Markup {
	return html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				${
					options.refresh === undefined
						? ''
						: html`<meta http-equiv="refresh" content="${options.refresh}" />`
				}
				<title>${options.title} · TeamViewer sandbox</title>
				<style>
					${raw(STYLE)}
				</style>
			</head>
			<body>
				<main class="${options.wide ? 'wide' : ''}">
					<header>
						<h1>TeamViewer sandbox</h1>
						<p>A stand-in for development and tests, not run by TeamViewer.</p>
					</header>
					${options.content}
					<footer>${options.footnote}</footer>
				</main>
			</body>
		</html>`;
}
