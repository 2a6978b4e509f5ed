import type { Locator, Page } from 'playwright-core';
import { waitFor } from '../../n8n/waiting';
import { untilSaved } from './autosave';
import { clipped } from './clipped';
import { InputPanel } from './inputPanel';
import { OutputPanel } from './outputPanel';
import { Picker } from './picker';

/** An open node: what it gets at the left, its parameters in the middle, what it gave at the right. */
export class NodeView {
	readonly input: InputPanel;
	readonly output: OutputPanel;

	constructor(private readonly page: Page) {
		this.input = new InputPanel(this.root);
		this.output = new OutputPanel(this.root);
	}

	get root(): Locator {
		return this.page.getByTestId('ndv');
	}

	get parameters(): Locator {
		return this.root.getByTestId('node-parameters');
	}

	/** A parameter's input, by the parameter's internal name. */
	field(parameter: string): Locator {
		return this.root.getByTestId(`parameter-input-${parameter}`);
	}

	async fill(parameter: string, text: string): Promise<void> {
		const input = this.field(parameter).locator('input, textarea');
		await untilSaved(this.page, text, async () => await input.fill(text));
	}

	/** Opens a drop-down and leaves it open. */
	async unfold(parameter: string): Promise<Locator> {
		await this.field(parameter).click();
		const options = this.page.getByTestId('parameter-input-item').filter({ visible: true });
		await options.first().waitFor();
		return options;
	}

	/** Closes an open drop-down without a choice. */
	async fold(parameter: string): Promise<void> {
		await this.field(parameter).click();
		await this.page
			.getByTestId('parameter-input-item')
			.filter({ visible: true })
			.first()
			.waitFor({ state: 'hidden' });
	}

	/** Chooses an option of a drop-down by what the user reads. */
	async choose(parameter: string, option: string): Promise<void> {
		const options = await this.unfold(parameter);
		await options.filter({ has: this.page.getByText(option, { exact: true }) }).click();
		await options.first().waitFor({ state: 'hidden' });
	}

	picker(parameter: string): Picker {
		return new Picker(this.page, this.root.getByTestId(`resource-locator-${parameter}`));
	}

	/** Opens the drop-down that adds a field to a collection (Additional Fields, Filters, …). */
	async unfoldCollection(label: string): Promise<Locator> {
		await this.parameters
			.getByTestId('parameter-item')
			.filter({ hasText: label })
			.getByTestId('collection-parameter-add')
			.click();
		const fields = this.page.getByTestId('collection-parameter-option').filter({ visible: true });
		await fields.first().waitFor();
		return fields;
	}

	async addField(label: string, field: string): Promise<void> {
		const fields = await this.unfoldCollection(label);
		await fields.getByText(field, { exact: true }).click();
	}

	/** The labels of all fields, top to bottom, once there are at least as many as this: n8n adds collections a little later. */
	async labels(atLeast: number): Promise<string[]> {
		const labels = this.parameters.getByTestId('input-label');
		await labels.nth(atLeast - 1).waitFor();
		// Below the label are the switches that show when the mouse is over it.
		return (await labels.allInnerTexts()).map((label) => label.split('\n')[0] ?? '');
	}

	/** The texts among the parameters that are too long for their place. */
	async clippedTexts(): Promise<string[]> {
		return await clipped(this.parameters.locator('label, span, p, input'));
	}

	/** The texts of the open drop-down that are too long for their place. */
	async clippedOptions(): Promise<string[]> {
		return await clipped(
			this.page.getByTestId('parameter-input-item').filter({ visible: true }).locator('div'),
		);
	}

	/** Presses "Execute step" (or "Fetch Test Event") and waits until the node has run, well or not. */
	async execute(): Promise<void> {
		await this.root.getByTestId('node-execute-button').click();
		await this.output.ended();
	}

	/** Opens the dialogue of a new credential, whether or not the node has one. */
	async newCredential(): Promise<void> {
		const select = this.root.getByTestId('node-credentials-select');
		const invitation = this.root.getByTestId('node-credentials-empty-state');
		await select.or(invitation).first().waitFor();
		if (await select.isVisible()) {
			await select.click();
			await this.page.getByTestId('node-credentials-select-item-new').click();
		} else {
			await invitation.getByRole('button').click();
		}
		await this.page.getByTestId('editCredential-modal').waitFor();
	}

	/** Opens the dialogue of the node's credential. */
	async editCredential(): Promise<void> {
		await this.root.getByTestId('credential-edit-button').click();
		await this.page.getByTestId('editCredential-modal').waitFor();
	}

	/** The name of the node's credential, once it has one. */
	async credentialName(): Promise<string> {
		const select = this.root.getByTestId('node-credentials-select').locator('input');
		return await waitFor(async () => (await select.inputValue()) || undefined, {
			for: 'the node to have a credential',
		});
	}

	async close(): Promise<void> {
		await this.root.getByTestId('ndv-close-button').click();
		await this.root.waitFor({ state: 'hidden' });
	}
}
