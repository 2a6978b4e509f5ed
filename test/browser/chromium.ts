/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, selectors, type Browser } from 'playwright-core';
import { ARTIFACTS } from '../n8n/paths';
import type { InterceptingProxy } from '../n8n/proxy';

/** Where Debian, Ubuntu, Fedora, Chrome's own packages and macOS put the browser. */
const USUAL_PLACES = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * No sandbox, since CI runs as root; nothing that talks to the internet by itself; no QUIC, which would go round
 * the proxy.
 */
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/**
 * Starts the Chromium of this machine, which sees the sites of the proxy under their real names; loopback, where
 * n8n is, it reaches directly. The environment variable `CHROMIUM` names a browser in another place.
 *
 * @throws a sentence that says how to install it when there is none
 */
export async function launchChromium({
	url,
	caFingerprint,
}: Pick<InterceptingProxy, 'url' | 'caFingerprint'>): Promise<Browser> {
	const executablePath = findChromium();
	// n8n marks what its own tests use in this way.
	selectors.setTestIdAttribute('data-test-id');
	return await chromium.launch({
		executablePath,
		// Chromium would put its crash reports beside the person's own browser.
		env: { ...process.env, XDG_CONFIG_HOME: path.join(ARTIFACTS, 'browser') },
		args: [
			...FLAGS,
			`--proxy-server=${url}`,
			`--ignore-certificate-errors-spki-list=${caFingerprint}`,
		],
	});
}

function findChromium(): string {
	const named = process.env.CHROMIUM;
	const found = (named === undefined ? USUAL_PLACES : [named]).find((place) => existsSync(place));
	if (found !== undefined) return found;
	throw new Error(
		named === undefined
			? 'The browser tests need Chromium or Chrome, and this machine has none. On Debian and Ubuntu: ' +
					'"apt-get install chromium". Or set CHROMIUM to the path of a browser.'
			: `CHROMIUM says that the browser is ${named}, but there is no such file.`,
	);
}
