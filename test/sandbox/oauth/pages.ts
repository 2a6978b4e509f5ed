import { html } from 'hono/html';
import { page, type Markup } from '../page';
import { AREAS, SCOPES, type ConsolePermission, type Scope } from './scopes';

/** What the user is asked, and how the answer comes back. */
export interface ConsentQuestion {
	appName: string;
	userName: string;
	userEmail: string;
	companyName: string;
	scopes: readonly Scope[];
	/** What is ticked beside and has no name that an app could ask for: it is granted whatever the app asks. */
	console: readonly ConsolePermission[];
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
				${[...ticksByArea(question.console)].map(([area, ticks]) => line(area, ticks))}
				${line(question.console.filter((permission) => !hasTick(permission)).join(', '), [])}
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
	const ticks = scopes.map((scope) => SCOPES[scope]);
	return line(area, ticks, scopes.join(' '));
}

function line(area: string, ticks: string[], names = ''): Markup {
	return html`<li title="${names}">
		<span>${area}</span>
		<span class="ticks">${ticks.join(', ')}</span>
	</li>`;
}

/** `User roles` with `edit` and `view`, from the console's `User roles: edit` and `User roles: view`. */
function ticksByArea(permissions: readonly ConsolePermission[]): Map<string, string[]> {
	const areas = new Map<string, string[]>();
	for (const permission of permissions.filter(hasTick)) {
		const [area = '', tick = ''] = permission.split(': ');
		areas.set(area, [...(areas.get(area) ?? []), tick]);
	}
	return areas;
}

/** Of the others the area's name alone is known. */
function hasTick(permission: ConsolePermission): boolean {
	return permission.includes(': ');
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
