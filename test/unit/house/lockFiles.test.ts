/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads files of this repository */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../../n8n/paths';

const LOCK_FILES = [
	'package-lock.json',
	'test/n8n/package-lock.json',
	'test/compat/n8n-1.85/package-lock.json',
	'test/compat/n8n-1.123/package-lock.json',
];

describe('A lock file', () => {
	it.each(LOCK_FILES)(
		'%s names packages and versions, and no host they came from',
		async (file) => {
			const lock = JSON.parse(await readFile(path.join(ROOT, file), 'utf8')) as {
				packages: Record<string, { integrity?: string; resolved?: string }>;
			};
			const packages = Object.entries(lock.packages);
			expect(packages.filter(([, { integrity }]) => integrity !== undefined)).not.toEqual([]);
			expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
		},
	);
});
