import { html } from 'hono/html';
import { page, type Markup } from '../page';
import { AREAS, SCOPES, type Scope } from './scopes';

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
	const answer = (decision: 'allow' | 'deny', label: string, look: string) => html`
		<form method="post" action="/oauth2/authorize">
			<input type="hidden" name="request" value="${question.requestId}" />
			<input type="hidden" name="decision" value="${decision}" />
			<button type="submit" class="${look}">${label}</button>
		</form>
	`;
	const content = html`
		<section>
			<h2>Allow “${question.appName}” to use your account?</h2>
			<p class="quiet">
				Signed in as ${question.userName} (${question.userEmail}), ${question.companyName}
			</p>
			<p class="list-title">The app will be able to</p>
			<ul>
				${AREAS.map(([prefix, area]) => {
					const scopes = question.scopes.filter((scope) => scope.startsWith(`${prefix}.`));
					return scopes.length === 0 ? '' : areaOf(area, scopes);
				})}
			</ul>
		</section>
		<div class="buttons end">${answer('deny', 'Deny', '')} ${answer('allow', 'Allow', 'main')}</div>
	`;
	return page({
		title: 'Allow access',
		content,
		footnote: `Your answer goes to ${question.redirectHost}. You can withdraw it at any time.`,
	});
}

/** One line an area, so that all of them are to be seen at once; the names stand behind the words. */
function areaOf(area: string, scopes: Scope[]): Markup {
	return html`<li title="${scopes.join(' ')}">
		<span>${area}</span>
		<span class="ticks">${scopes.map((scope) => SCOPES[scope]).join(', ')}</span>
	</li>`;
}

/** Shown when the app itself asked wrongly: there is nowhere safe to send the user then. */
export function authorizeErrorPage(category: string, description: string): Markup {
	return page({
		title: 'Request refused',
		content: html`<section>
			<h2>This request cannot be answered</h2>
			<p>${description}</p>
			<code>${category}</code>
		</section>`,
		footnote: 'Close this window and check how the app is set up.',
	});
}
