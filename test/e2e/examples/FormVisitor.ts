/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from '../../browser/chromium';
import { ARTIFACTS } from '../../n8n/paths';
import { DEMO_OWNER, type SandboxedN8n } from '../../n8n/sandboxedN8n';

/** How long a page may take to appear: only a very busy machine needs that long. Milliseconds. */
const PATIENCE_MS = 180_000;

/** What somebody does on one page of a form. */
export interface FilledPage {
	/** By the labels of the fields; of a drop-down, a part of the option's words. */
	answers?: Record<string, string>;
	/** Words that stand on the page. */
	shows?: string;
	/** Parts of the words beside the boxes to tick. */
	ticks?: string[];
	/** The words on the button that sends the page. */
	button: string;
}

/** Somebody with a browser who is signed in to n8n, and whom its forms let in. */
export class FormVisitor {
	private constructor(
		private readonly n8nUrl: string,
		private readonly pictures: string,
		private readonly browser: Browser,
		private readonly context: BrowserContext,
	) {}

	/** @param folder the one among the artifacts that pictures of the pages go into */
	static async signIn({ n8n, proxy }: SandboxedN8n, folder: string): Promise<FormVisitor> {
		const pictures = path.join(ARTIFACTS, folder);
		await mkdir(pictures, { recursive: true });
		const browser = await launchChromium(proxy);
		const context = await browser.newContext({ viewport: { width: 760, height: 860 } });
		context.setDefaultTimeout(PATIENCE_MS);
		const { email, password } = DEMO_OWNER;
		const answer = await context.request.post(`${n8n.url}/rest/login`, {
			data: { emailOrLdapLoginId: email, password },
		});
		if (!answer.ok()) throw new Error(`n8n lets nobody in: ${await answer.text()}`);
		return new FormVisitor(n8n.url, pictures, browser, context);
	}

	/** Fills in the pages of a form one after the other. @returns the words of its last page */
	async fillIn(form: string, pages: FilledPage[], endingHeadline: string): Promise<string> {
		const page = await this.context.newPage();
		try {
			await page.goto(`${this.n8nUrl}/form/${form}`);
			await letFormKnowWhoItIs(page, pages[0]?.button ?? '');
			for (const [index, { shows, answers = {}, ticks = [], button }] of pages.entries()) {
				const send = page.getByRole('button', { name: button });
				await send.waitFor();
				if (shows !== undefined) await page.getByText(shows).waitFor();
				for (const [label, text] of Object.entries(answers)) await answer(page, label, text);
				for (const label of ticks) await page.getByLabel(label).check();
				await this.photograph(page, `${form} ${index + 1}`);
				await send.click();
			}
			await page.getByText(endingHeadline).waitFor();
			await this.photograph(page, `${form} ${endingHeadline}`);
			return await page.innerText('body');
		} catch (error) {
			await this.photograph(page, `${form} in trouble`);
			throw error as Error;
		} finally {
			await page.close();
		}
	}

	async leave(): Promise<void> {
		await this.browser.close();
	}

	private async photograph(page: Page, name: string): Promise<void> {
		await page.screenshot({ path: path.join(this.pictures, `${name}.png`) });
	}
}

/** A form for people who are signed in asks first whether it may know who they are. */
async function letFormKnowWhoItIs(page: Page, button: string): Promise<void> {
	const allow = page.getByRole('button', { name: 'Allow access' });
	await allow.or(page.getByRole('button', { name: button })).waitFor();
	if (await allow.isVisible()) await allow.click();
}

async function answer(page: Page, label: string, text: string): Promise<void> {
	const field = page.getByLabel(label, { exact: true });
	const isDropDown = await field.evaluate(({ tagName }) => tagName === 'SELECT');
	if (!isDropDown) return await field.fill(text);
	const option = await field.locator('option', { hasText: text }).getAttribute('value');
	await field.selectOption(option);
}
