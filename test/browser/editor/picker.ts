import type { Locator, Page } from 'playwright-core';
import { untilSaved } from './autosave';
import { clipped } from './clipped';

/** A resource locator: From list, By ID and so on. */
export class Picker {
	constructor(
		private readonly page: Page,
		private readonly root: Locator,
	) {}

	/** Opens the list and waits for its entries. */
	async unfold(): Promise<void> {
		await this.root.getByTestId('rlc-input-container').click();
		await this.entries.first().waitFor();
	}

	/** Opens a list that cannot be loaded; gives what it says instead. */
	async unfoldRefused(): Promise<string> {
		await this.root.getByTestId('rlc-input-container').click();
		await this.refusal.waitFor();
		return await this.refusal.innerText();
	}

	/** The texts that are too long for their place in the list that cannot be loaded. */
	async clippedTexts(): Promise<string[]> {
		return await clipped(this.refusal.or(this.refusal.locator('*')));
	}

	/** Types into the open list's search, and waits until it has found as many entries as this. */
	async search(text: string, count: number): Promise<void> {
		await this.page
			.locator('input[data-test-id=rlc-search], [data-test-id=rlc-search] input')
			.last()
			.fill(text);
		await this.entries.nth(count).waitFor({ state: 'hidden' });
		await this.entries.nth(count - 1).waitFor();
	}

	/** Chooses an entry of the open list. */
	async choose(entry: string): Promise<void> {
		await this.entries.getByText(entry, { exact: true }).click();
	}

	/** Switches to another way of naming it, by the mode's internal name, and types a value. */
	async type(mode: 'id' | 'code' | 'name', value: string): Promise<void> {
		await this.root.getByTestId('rlc-mode-selector').click();
		await this.page.getByTestId(`mode-${mode}`).filter({ visible: true }).click();
		await untilSaved(this.page, value, async () => await this.input.fill(value));
	}

	private get input(): Locator {
		return this.root
			.locator('input[data-test-id=rlc-input], [data-test-id=rlc-input] input')
			.last();
	}

	private get refusal(): Locator {
		return this.page.getByTestId('rlc-error-container').filter({ visible: true });
	}

	private get entries(): Locator {
		return this.page.getByTestId('rlc-item').filter({ visible: true });
	}
}
