import type { Locator, Page } from 'playwright-core';

/** The panel at the right that nodes are chosen from. */
export class NodePanel {
	constructor(private readonly page: Page) {}

	private get root(): Locator {
		return this.page.getByTestId('node-creator');
	}

	/** Opens the panel of an empty workflow, which asks for a trigger first. */
	async openForFirstNode(): Promise<void> {
		await this.page.getByTestId('canvas-add-button').getByRole('button').click();
		await this.searchBar.waitFor();
	}

	/** Types into the search; gives the names of the apps that it finds. */
	async search(text: string): Promise<string[]> {
		await this.searchBar.fill(text);
		await this.apps
			.filter({ hasText: new RegExp(text, 'i') })
			.first()
			.waitFor();
		return await this.apps.getByTestId('node-creator-item-name').allInnerTexts();
	}

	/** Opens an app that the search found: its triggers and actions. */
	async openApp(name: string): Promise<void> {
		await this.apps.filter({ hasText: name }).click();
		await this.section('Triggers').waitFor();
	}

	/** The headings and lines of the open app, top to bottom, once its actions are unfolded. */
	async unfoldActions(): Promise<void> {
		await this.section('Actions').click();
		await this.root.getByText('Actions need to be triggered').waitFor();
	}

	/** Every trigger and action that the open app offers: as many as the headings say, since n8n shows them bit by bit. */
	async lines(): Promise<string[]> {
		const count = (await this.announced('Triggers')) + (await this.announced('Actions'));
		const lines = this.root.getByTestId('node-creator-item-name');
		await lines.nth(count - 1).waitFor();
		return await lines.allInnerTexts();
	}

	/** Puts the trigger or action onto the canvas; n8n opens it at once. */
	async choose(line: string): Promise<void> {
		await this.root.getByTestId('node-creator-item-name').getByText(line, { exact: true }).click();
		await this.page.getByTestId('ndv').waitFor();
	}

	private get searchBar(): Locator {
		return this.root.getByTestId('node-creator-search-bar');
	}

	private get apps(): Locator {
		return this.root.getByTestId('node-creator-action-item');
	}

	/** How many lines a heading such as "Actions (22)" announces. */
	private async announced(title: 'Triggers' | 'Actions'): Promise<number> {
		const heading = await this.section(title).innerText();
		return Number(/\((\d+)\)/.exec(heading)?.[1]);
	}

	private section(title: 'Triggers' | 'Actions'): Locator {
		return this.root.getByTestId('node-creator-category-item').filter({ hasText: title });
	}
}
