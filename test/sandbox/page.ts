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
	:root { color-scheme: light; }
	* { box-sizing: border-box; }
	body {
		margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px;
		background: #eef1f5; color: #1d2733;
		font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif;
	}
	main {
		width: 100%; max-width: 460px; background: #fff; border: 1px solid #d9dfe7;
		border-radius: 12px; box-shadow: 0 8px 28px rgb(24 39 75 / 10%); overflow: clip;
	}
	main.wide { max-width: 860px; }
	header { padding: 22px 28px 18px; border-bottom: 1px solid #e6eaf0; background: #f8fafc; }
	header p { margin: 2px 0 0; color: #667385; font-size: 13px; }
	h1 { margin: 0; font-size: 17px; letter-spacing: 0.01em; }
	section { padding: 22px 28px; }
	section + section { border-top: 1px solid #e6eaf0; }
	h2 { margin: 0 0 4px; font-size: 19px; line-height: 1.35; }
	.quiet { margin: 0 0 18px; color: #667385; font-size: 14px; }
	.list-title { margin: 0 0 8px; font-weight: 600; font-size: 14px; }
	ul { margin: 0; padding: 0; list-style: none; border: 1px solid #e6eaf0; border-radius: 8px; }
	li { display: flex; justify-content: space-between; gap: 12px; padding: 6px 12px; font-size: 14px; }
	li + li { border-top: 1px solid #eff2f6; }
	code.whole { white-space: normal; overflow-wrap: anywhere; }
	.done {
		margin: 0 0 18px; padding: 10px 14px; border-radius: 8px;
		background: #e7f5ec; border: 1px solid #b9dfc7;
	}
	.buttons + .list-title { margin-top: 16px; }
	.ticks { color: #667385; text-align: right; }
	code { color: #667385; font: 12px/1.75 ui-monospace, "DejaVu Sans Mono", monospace; white-space: nowrap; }
	table { width: 100%; border-collapse: collapse; font-size: 13.5px; }
	th { padding: 4px 8px 4px 0; text-align: left; color: #667385; font-weight: 600; }
	td { padding: 5px 8px 5px 0; border-top: 1px solid #eff2f6; vertical-align: top; }
	td:first-child { white-space: nowrap; }
	.buttons { display: flex; flex-wrap: wrap; gap: 10px; }
	.buttons.end {
		justify-content: flex-end; padding: 14px 28px; position: sticky; bottom: 0;
		background: #fff; border-top: 1px solid #e6eaf0;
	}
	form { margin: 0; }
	button {
		min-width: 104px; padding: 9px 18px; border-radius: 8px; border: 1px solid #c4ccd8;
		background: #fff; color: #1d2733; font: inherit; font-weight: 600; cursor: pointer;
	}
	button:hover { background: #f3f6f9; }
	button.main { background: #1f5fd0; border-color: #1f5fd0; color: #fff; }
	button.main:hover { background: #1a51b3; }
	button:focus-visible { outline: 3px solid #9bbcf5; outline-offset: 2px; }
	footer { padding: 12px 28px 16px; border-top: 1px solid #e6eaf0; color: #667385; font-size: 12.5px; }
	@media (max-width: 520px) {
		body { padding: 8px; }
		header { padding: 12px 20px; }
		section { padding: 14px 20px; }
		.quiet { margin-bottom: 12px; }
		li { padding: 2px 10px; font-size: 13px; }
		code { font-size: 11px; }
		.buttons.end { padding: 10px 20px; }
		footer { padding: 10px 20px; }
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
