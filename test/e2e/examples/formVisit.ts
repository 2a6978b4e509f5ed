/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import path from 'node:path';
import { launchChromium } from '../../browser/chromium';
import { ARTIFACTS } from '../../n8n/paths';
import type { InterceptingProxy } from '../../n8n/proxy';

/** What the last page of a form shows. */
export interface EndingPage {
	/** All its words. */
	text: string;
	/** Where its links lead, by their words. */
	links: Record<string, string>;
}

/**
 * Fills in a form of n8n's in a browser, by the labels that a person reads, sends it and waits for its last page.
 * Both pages are photographed into the artifacts.
 */
export async function fillInForm(
	proxy: InterceptingProxy,
	url: string,
	answers: Record<string, string>,
	button: string,
	endingHeadline: string,
): Promise<EndingPage> {
	const browser = await launchChromium(proxy);
	try {
		const page = await browser.newPage({ viewport: { width: 760, height: 760 } });
		await page.goto(url);
		for (const [label, answer] of Object.entries(answers)) {
			await page.getByLabel(label).fill(answer);
		}
		await page.screenshot({ path: path.join(ARTIFACTS, 'examples', 'form filled in.png') });
		await page.getByRole('button', { name: button }).click();
		await page.getByText(endingHeadline).waitFor();
		await page.screenshot({
			path: path.join(ARTIFACTS, 'examples', `form ending ${endingHeadline}.png`),
		});
		const links = await page
			.getByRole('link')
			.evaluateAll((found) =>
				found.map((link) => [link.textContent?.trim() ?? '', link.getAttribute('href') ?? '']),
			);
		return { text: await page.innerText('body'), links: Object.fromEntries(links) };
	} finally {
		await browser.close();
	}
}
