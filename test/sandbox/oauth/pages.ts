import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { SCOPES, type Scope } from './scopes';

type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** No picture and no font is loaded: the pages have to look the same without a network. */
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
		border-radius: 12px; box-shadow: 0 8px 28px rgb(24 39 75 / 10%); overflow: hidden;
	}
	header { padding: 22px 28px 18px; border-bottom: 1px solid #e6eaf0; background: #f8fafc; }
	header p { margin: 2px 0 0; color: #667385; font-size: 13px; }
	h1 { margin: 0; font-size: 17px; letter-spacing: 0.01em; }
	section { padding: 22px 28px; }
	h2 { margin: 0 0 4px; font-size: 19px; line-height: 1.35; }
	.who { margin: 0 0 18px; color: #667385; font-size: 14px; }
	.list-title { margin: 0 0 8px; font-weight: 600; font-size: 14px; }
	ul { margin: 0; padding: 0; list-style: none; border: 1px solid #e6eaf0; border-radius: 8px; }
	li { display: flex; justify-content: space-between; gap: 12px; padding: 6px 12px; font-size: 14px; }
	li + li { border-top: 1px solid #eff2f6; }
	code { color: #667385; font: 12px/1.75 ui-monospace, "DejaVu Sans Mono", monospace; white-space: nowrap; }
	.buttons { display: flex; justify-content: flex-end; gap: 10px; padding: 0 28px 24px; }
	form { margin: 0; }
	button {
		min-width: 104px; padding: 9px 18px; border-radius: 8px; border: 1px solid #c4ccd8;
		background: #fff; color: #1d2733; font: inherit; font-weight: 600; cursor: pointer;
	}
	button:hover { background: #f3f6f9; }
	button.allow { background: #1f5fd0; border-color: #1f5fd0; color: #fff; }
	button.allow:hover { background: #1a51b3; }
	button:focus-visible { outline: 3px solid #9bbcf5; outline-offset: 2px; }
	footer { padding: 12px 28px 16px; border-top: 1px solid #e6eaf0; color: #667385; font-size: 12.5px; }
`;

/** What the user is asked, and how the answer comes back. */
export interface ConsentQuestion {
	appName: string;
	userName: string;
	userEmail: string;
	companyName: string;
	scopes: readonly Scope[];
	/** Names the waiting request when the form comes back. */
	requestId: string;
	redirectHost: string;
}

/** The page that asks the user to let an app in: two forms, no script. */
export function consentPage(question: ConsentQuestion): Markup {
	const answer = (decision: 'allow' | 'deny', label: string) => html`
		<form method="post" action="/oauth2/authorize">
			<input type="hidden" name="request" value="${question.requestId}" />
			<input type="hidden" name="decision" value="${decision}" />
			<button type="submit" class="${decision}">${label}</button>
		</form>
	`;
	return page(
		'Allow access',
		html`
			<section>
				<h2>Allow “${question.appName}” to use your account?</h2>
				<p class="who">
					Signed in as ${question.userName} (${question.userEmail}), ${question.companyName}
				</p>
				<p class="list-title">The app will be able to</p>
				<ul>
					${question.scopes.map(
						(scope) => html`<li><span>${SCOPES[scope]}</span> <code>${scope}</code></li>`,
					)}
				</ul>
			</section>
			<div class="buttons">${answer('deny', 'Deny')} ${answer('allow', 'Allow')}</div>
		`,
		`Your answer goes to ${question.redirectHost}. You can withdraw it at any time.`,
	);
}

/** Shown when the app itself asked wrongly: there is nowhere safe to send the user then. */
export function authorizeErrorPage(category: string, description: string): Markup {
	return page(
		'Request refused',
		html`<section>
			<h2>This request cannot be answered</h2>
			<p>${description}</p>
			<code>${category}</code>
		</section>`,
		'Close this window and check how the app is set up.',
	);
}

function page(title: string, content: Markup, footnote: string): Markup {
	return html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<title>${title} · TeamViewer sandbox</title>
				<style>
					${raw(STYLE)}
				</style>
			</head>
			<body>
				<main>
					<header>
						<h1>TeamViewer sandbox</h1>
						<p>A stand-in for development and tests. It has no connection to TeamViewer.</p>
					</header>
					${content}
					<footer>${footnote}</footer>
				</main>
			</body>
		</html>`;
}
