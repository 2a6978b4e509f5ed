import type { Locator, Page } from 'playwright-core';
import { ConsentPage } from '../consentPage';

/** The dialogue in which a credential is filled in, connected and tested. */
export class CredentialDialog {
	constructor(private readonly page: Page) {}

	get root(): Locator {
		return this.page.getByTestId('editCredential-modal');
	}

	/** Chooses the kind of credential by what the drop-down at its top right reads. */
	async choose(kind: 'OAuth2 (Recommended)' | 'Script Token'): Promise<void> {
		const dropDown = this.root.getByTestId('credential-mode-dropdown-trigger');
		if ((await dropDown.innerText()).trim() === kind) return;
		await dropDown.click();
		await this.page.getByRole('menuitem', { name: kind, exact: true }).click();
		await dropDown.getByText(kind).waitFor();
	}

	/** Fills a field by its internal name. */
	async fill(field: string, value: string): Promise<void> {
		await this.root.getByTestId(`parameter-input-${field}`).locator('input').fill(value);
	}

	/** Presses "Connect", which saves and opens TeamViewer's question in a pop-up. */
	async connect(): Promise<ConsentPage> {
		const popup = this.page.waitForEvent('popup');
		await this.root
			.getByTestId('oauth-not-connected-banner')
			.getByRole('button', { name: 'Connect' })
			.click();
		const question = new ConsentPage(await popup);
		await question.shown();
		return question;
	}

	/** Saves; n8n tests the credential then, where its type has a test, and closes a new one that passes. */
	async save(): Promise<void> {
		await this.root.getByTestId('credential-save-button').click();
	}

	/** Waits until n8n has closed the dialogue by itself, as it does when all went well. */
	async closedByItself(): Promise<void> {
		await this.root.waitFor({ state: 'hidden' });
	}

	/** Waits for the banner of an account that is connected. */
	async isConnected(): Promise<void> {
		await this.root.getByTestId('oauth-connect-success-banner').waitFor();
	}

	/** Waits for the banner of a test that went well. */
	async isTested(): Promise<void> {
		await this.root.getByText('Connection tested successfully').waitFor();
	}

	/** Waits for the banner of a test that did not go well; gives the whole dialogue with the reason. */
	async refusal(): Promise<string> {
		await this.root.getByText('More details').click();
		await this.root.getByText('More details').waitFor({ state: 'hidden' });
		return await this.root.innerText();
	}

	/** Closes the dialogue of an OAuth2 credential although it is not connected; n8n asks whether that is meant. */
	async closeUnconnected(): Promise<void> {
		await this.root.getByRole('button', { name: 'Close this dialog' }).click();
		const question = this.page.getByRole('dialog', { name: 'Close without connecting?' });
		await question.getByRole('button', { name: 'Close', exact: true }).click();
		await this.root.waitFor({ state: 'hidden' });
	}

	async close(): Promise<void> {
		await this.root.getByRole('button', { name: 'Close this dialog' }).click();
		await this.root.waitFor({ state: 'hidden' });
	}
}
