import type { Locator } from 'playwright-core';

/** What an open node gave, or why it gave nothing. */
export class OutputPanel {
	constructor(private readonly node: Locator) {}

	private get root(): Locator {
		return this.node.getByTestId('output-panel');
	}

	/** Waits until the node has run, well or not. */
	async ended(): Promise<void> {
		await this.node
			.getByTestId('node-run-status-success')
			.or(this.node.getByTestId('node-run-status-danger'))
			.waitFor();
	}

	async show(view: 'schema' | 'table' | 'json'): Promise<void> {
		await this.root.getByTestId(`radio-button-${view}`).click();
	}

	/** What the user reads in the chosen view. */
	async text(): Promise<string> {
		return await this.root.getByTestId('ndv-data-container').innerText();
	}

	/** How many items there are, as n8n writes it: "1 item". */
	async count(): Promise<string> {
		return await this.root.getByTestId('run-data-item-count').innerText();
	}

	/** The node's error: what happened, and what to do. */
	async error(): Promise<{ message: string; description: string }> {
		const message = this.root.getByTestId('node-error-message');
		await message.waitFor();
		return {
			message: await message.innerText(),
			description: await this.root.getByTestId('node-error-description').innerText(),
		};
	}
}
