import type { Locator, Page } from 'playwright-core';

/** The tab with a workflow's executions. */
export class ExecutionList {
	constructor(private readonly page: Page) {}

	async open(): Promise<void> {
		await this.page.getByTestId('radio-button-executions').click();
		await this.page.getByTestId('executions-sidebar').waitFor();
	}

	/** Opens an execution; gives what its line in the list reads. */
	async choose(id: string): Promise<string> {
		const line = this.page.getByTestId(`execution-details-${id}`);
		await line.click();
		await this.page.getByTestId(`execution-preview-details-${id}`).waitFor();
		await this.canvas.getByTestId('canvas-node').first().waitFor();
		return await line.innerText();
	}

	/** The nodes of the open execution. */
	private get canvas(): Locator {
		return this.page.getByTestId('execution-preview-host');
	}
}
