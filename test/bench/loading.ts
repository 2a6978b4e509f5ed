/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Stage } from './stage';
import { inTurn } from './statistics';

/** How long `require` takes in a fresh process that has n8n-workflow loaded, as n8n has; medians in milliseconds. */
export interface LoadTimes {
	teamViewer: number;
	airtable: number;
}

/** Loads both nodes of this package, and n8n's own Airtable node. */
export async function measureLoading(
	{ runtime, installed, packed }: Stage,
	rounds: number,
): Promise<LoadTimes> {
	const modules = path.join(runtime.folder, 'node_modules');
	const { nodes } = packed.manifest.n8n as { nodes: string[] };
	const load = async (files: string[]) => {
		const script = `
			require('n8n-workflow');
			const started = performance.now();
			for (const file of ${JSON.stringify(files)}) require(file);
			console.log(performance.now() - started);`;
		const { stdout } = await promisify(execFile)(runtime.node, ['-e', script], {
			// So that n8n's own n8n-workflow is loaded, the one that all these nodes use.
			cwd: runtime.folder,
			env: { ...process.env, NODE_PATH: modules },
		});
		return Number(stdout);
	};
	return await inTurn(rounds, {
		teamViewer: async () => await load(nodes.map((file) => path.join(installed, file))),
		airtable: async () =>
			await load([path.join(modules, 'n8n-nodes-base/dist/nodes/Airtable/Airtable.node.js')]),
	});
}
