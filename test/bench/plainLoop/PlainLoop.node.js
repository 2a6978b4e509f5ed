/**
 * As little as a node can do to have every report: n8n's request helper, which nodes have to use, one page after the other.
 * It tells which part of a run is n8n's own.
 *
 * Plain JavaScript: n8n loads it from here as a custom node, by `N8N_CUSTOM_EXTENSIONS`.
 */
class PlainLoop {
	description = {
		displayName: 'Plain Loop',
		name: 'plainLoop',
		group: ['input'],
		version: 1,
		description: 'Read connection reports one page after the other',
		defaults: { name: 'Plain Loop' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'httpBearerAuth', required: true }],
		properties: [],
	};

	/** @this {import('n8n-workflow').IExecuteFunctions} */
	async execute() {
		const { token } = await this.getCredentials('httpBearerAuth');
		const pairedItem = { item: 0 };
		const items = [];
		let query = '';
		for (;;) {
			const { records, next_offset: next } = await this.helpers.httpRequest({
				url: `https://webapi.teamviewer.com/api/v1/reports/connections${query}`,
				headers: { Authorization: `Bearer ${token}` },
				json: true,
			});
			for (const json of records) items.push({ json, pairedItem });
			if (next === undefined) return [items];
			query = `?offset_id=${next}`;
		}
	}
}

module.exports = { PlainLoop };
