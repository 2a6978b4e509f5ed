/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { ROOT } from '../n8n/paths';
import { readExample, type Example } from './examples';

/** The folder with the pictures of the examples. */
export const PICTURES = path.join(ROOT, 'docs', 'pictures', 'examples');

/** The file that says, by `fingerprint`, which version of each example its picture shows. */
export const FINGERPRINTS = path.join(PICTURES, 'shown.json');

export function pictureOf(name: Example): string {
	return path.join(PICTURES, `${name}.png`);
}

/** Tells one version of an example from another by what is to be seen of it. */
export async function fingerprint(name: Example): Promise<string> {
	const { nodes, connections } = await readExample(name);
	const seen = nodes.map(({ name: title, type, typeVersion, position, parameters }) =>
		type.endsWith('.stickyNote')
			? [type, position, parameters]
			: [title, type, typeVersion, position],
	);
	const text = JSON.stringify([seen, connections]);
	return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
