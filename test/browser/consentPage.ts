import type { Page } from 'playwright-core';

/** TeamViewer's question whether n8n may use the account, in the pop-up that "Connect" opens. */
export class ConsentPage {
	constructor(readonly page: Page) {}

	/** Waits until the question is to be seen. */
	async shown(): Promise<void> {
		await this.page.waitForURL(({ host }) => host === 'login.teamviewer.com');
		await this.allowButton.waitFor();
	}

	/** Whether all of the question is to be seen: n8n's pop-up has no scroll bars. */
	async fits(): Promise<boolean> {
		return await this.page.evaluate(
			() => document.documentElement.scrollHeight <= window.innerHeight,
		);
	}

	/** Says yes; n8n closes the window when the rest works out too. */
	async allow(): Promise<void> {
		await this.allowButton.click();
	}

	/** What n8n writes into the window when the connection fails after the consent. */
	async failure(): Promise<string> {
		const message = this.page.getByText('Failed to connect');
		await message.waitFor();
		return await this.page.locator('body').innerText();
	}

	private get allowButton() {
		return this.page.getByRole('button', { name: 'Allow' });
	}
}
