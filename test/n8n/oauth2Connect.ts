/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { request as httpRequest } from 'node:http';
import type { SavedCredential } from './credentials';
import type { N8nSession } from './n8nSession';
import type { InterceptingProxy } from './proxy';

/**
 * Connects an OAuth2 credential as a person does who presses "Connect" in n8n: opens TeamViewer's consent page
 * behind the proxy, presses its button, and goes where TeamViewer sends the browser next, back to n8n.
 *
 * @param choice the text of the button to press on the consent page
 * @throws when n8n or TeamViewer shows an error page, with its text
 */
export async function connectOAuth2(
	session: N8nSession,
	credential: SavedCredential,
	proxy: Pick<InterceptingProxy, 'url'>,
	choice = 'Allow',
): Promise<void> {
	const authorizeUrl = await session.get<string>('/oauth2-credential/auth', { id: credential.id });
	const page = await browse(proxy, new URL(authorizeUrl));
	const answer = await submitForm(proxy, new URL(authorizeUrl), page, choice);
	if (answer.location === undefined) {
		throw new Error(`TeamViewer did not send the browser back to n8n:\n${asText(answer.body)}`);
	}
	const callback = await session.open(new URL(answer.location, authorizeUrl).href);
	const result = await callback.text();
	if (!callback.ok || /error/i.test(asText(result))) {
		throw new Error(`n8n could not connect "${credential.name}": ${asText(result)}`);
	}
}

interface Page {
	status: number;
	body: string;
	/** Where a redirect leads to. */
	location: string | undefined;
}

/** One request as a browser sends it through the proxy; redirects are not followed. */
async function browse(
	proxy: Pick<InterceptingProxy, 'url'>,
	url: URL,
	form?: URLSearchParams,
): Promise<Page> {
	const { hostname, port } = new URL(proxy.url);
	return await new Promise((resolve, reject) => {
		const request = httpRequest(
			{
				hostname,
				port,
				path: url.href,
				method: form === undefined ? 'GET' : 'POST',
				headers: {
					host: url.host,
					...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
				},
			},
			(response) => {
				const chunks: Buffer[] = [];
				response.on('data', (chunk: Buffer) => chunks.push(chunk));
				response.on('error', reject);
				response.on('end', () =>
					resolve({
						status: response.statusCode ?? 0,
						body: Buffer.concat(chunks).toString('utf8'),
						location: response.headers.location,
					}),
				);
			},
		);
		request.on('error', reject);
		request.end(form?.toString());
	});
}

/** Presses the button with this text: sends the form that it is in. */
async function submitForm(
	proxy: Pick<InterceptingProxy, 'url'>,
	pageUrl: URL,
	page: Page,
	buttonText: string,
): Promise<Page> {
	const forms = [...page.body.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/gi)].map(([form]) => form);
	const form = forms.find((candidate) =>
		[...candidate.matchAll(/<button\b[^>]*>[\s\S]*?<\/button>/gi)].some(
			([button]) => asText(button) === buttonText,
		),
	);
	if (form === undefined) {
		throw new Error(`TeamViewer shows no page with a button "${buttonText}": ${asText(page.body)}`);
	}
	const fields = new URLSearchParams();
	for (const [input] of form.matchAll(/<input\b[^>]*>/gi)) {
		const name = attribute(input, 'name');
		if (name !== undefined) fields.append(name, attribute(input, 'value') ?? '');
	}
	return await browse(proxy, new URL(attribute(form, 'action') ?? '', pageUrl), fields);
}

/** The first attribute of this name. */
function attribute(tag: string, name: string): string | undefined {
	const value = new RegExp(`\\b${name}="([^"]*)"`, 'i').exec(tag)?.[1];
	return value === undefined ? undefined : decodeEntities(value);
}

const decodeEntities = (text: string) =>
	text
		.replace(/&quot;/g, '"')
		.replace(/&#39;|&#x27;/gi, "'")
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&amp;/g, '&');

/** What a person reads of a page. */
const asText = (html: string) =>
	decodeEntities(
		html
			.replace(/<(style|script)\b[\s\S]*?<\/\1>/gi, ' ')
			.replace(/<[^>]*>/g, ' ')
			.replace(/\s+/g, ' '),
	).trim();
