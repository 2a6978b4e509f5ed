/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';

/** n8n's messages in the corner: they stay for seconds over what is to be seen, and repeat it. */
const WITHOUT_MESSAGES = '.el-notification { display: none !important }';

/** The wheel that turns in the place of a busy button's label, and hides it until it has faded out. */
const WHEEL = 'button .n8n-spinner';

/** The screenshots of one run, numbered in the order of the story they tell. */
export class Album {
	private count = 0;

	private constructor(
		private readonly folder: string,
		/** Where pictures for the documentation go; they are left out when undefined. */
		private readonly pictures: string | undefined,
	) {}

	/** Begins a new album in a folder, whose old screenshots go away. */
	static async begin(folder: string, pictures?: string): Promise<Album> {
		await rm(folder, { recursive: true, force: true });
		for (const each of [folder, pictures]) {
			if (each !== undefined) await mkdir(each, { recursive: true });
		}
		return new Album(folder, pictures);
	}

	/**
	 * Adds `01-<name>.png`, `02-<name>.png` and so on, once no button is busy; the mouse lies aside then, so that nothing shows
	 * what it shows below the mouse only.
	 *
	 * @param picture the picture of the documentation that it is, too
	 */
	async add(page: Page, name: string, picture?: string): Promise<void> {
		this.count += 1;
		await page.mouse.move(0, 0);
		await page.locator(WHEEL).first().waitFor({ state: 'detached' });
		const image = await page.screenshot({
			style: WITHOUT_MESSAGES,
			animations: 'disabled',
			caret: 'hide',
		});
		await writeFile(this.file(`${String(this.count).padStart(2, '0')}-${name}.png`), image);
		if (picture !== undefined && this.pictures !== undefined) {
			await writeFile(path.join(this.pictures, `${picture}.png`), image);
		}
	}

	/** Keeps what is to be seen, messages too, and the page's HTML, for whoever looks for the reason of a failure. */
	async addFailure(page: Page, name: string): Promise<void> {
		if (page.isClosed()) return;
		await page.screenshot({ path: this.file(`failed-${name}.png`) });
		await writeFile(this.file(`failed-${name}.html`), await page.content());
	}

	private file(name: string): string {
		return path.join(this.folder, name);
	}
}
