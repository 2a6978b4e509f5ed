import type { Locator } from 'playwright-core';
import { waitFor } from '../../n8n/waiting';

/** What an open node gets from the nodes before it. */
export class InputPanel {
	constructor(private readonly node: Locator) {}

	private get root(): Locator {
		return this.node.getByTestId('ndv-input-panel');
	}

	/**
	 * The fields that n8n shows of a node that has not run yet, top to bottom, once it says that they are a preview and shows as
	 * many as this.
	 */
	async previewedFields(count: number): Promise<string[]> {
		await this.root.getByTestId('schema-preview-warning').waitFor();
		return await waitFor(
			async () => {
				const fields = await this.fieldsInSight();
				return fields.length === count ? fields : undefined;
			},
			{ for: `a preview of ${count} fields` },
		);
	}

	/** The list keeps entries that it does not need at present far above the window, in any order. */
	private async fieldsInSight(): Promise<string[]> {
		const fields = this.root.getByTestId('run-data-schema-node-name');
		const placed = await fields.evaluateAll((all) =>
			all.map((each) => ({ name: each.textContent ?? '', top: each.getBoundingClientRect().top })),
		);
		return placed
			.filter(({ top }) => top > 0)
			.sort((one, other) => one.top - other.top)
			.map(({ name }) => name);
	}
}
