/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { mkdir, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Runtime } from './runtime';

/**
 * Makes the community packages of a user folder find n8n's own `n8n-workflow`, wherever the folder lies.
 *
 * n8n brings them its modules through `NODE_PATH`, where Node.js looks last. Below this repository Node.js would find the
 * repository's copy first: two modules with the same name, whose error classes do not know each other, so that n8n drops the
 * hint and the status of an error. A link beside `.n8n` comes before the repository.
 */
export async function linkN8nWorkflow(userFolder: string, { n8n }: Runtime): Promise<void> {
	const own = path.dirname(createRequire(n8n).resolve('n8n-workflow/package.json'));
	const link = path.join(userFolder, 'node_modules', 'n8n-workflow');
	await mkdir(path.dirname(link), { recursive: true });
	await rm(link, { recursive: true, force: true });
	await symlink(own, link, 'junction');
}
