import type { Locator } from 'playwright-core';
import { waitFor } from '../../n8n/waiting';

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

	/**
	 * Waits until the chosen view reads all these texts. n8n fills a view bit by bit, and breaks long values into lines, so white
	 * space does not count.
	 */
	async reads(...texts: string[]): Promise<void> {
		const data = this.root.getByTestId('ndv-data-container');
		await waitFor(
			async () => {
				const read = withoutSpace(await data.innerText());
				return texts.every((text) => read.includes(withoutSpace(text))) ? true : undefined;
			},
			{ for: `the output to read ${texts.join(', ')}` },
		);
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

function withoutSpace(text: string): string {
	return text.replace(/\s+/g, '');
}
