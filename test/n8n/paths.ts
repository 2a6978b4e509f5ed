/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import path from 'node:path';

/** The repository's root: the folder that holds the package's package.json. */
export const ROOT = path.resolve(__dirname, '..', '..');

/** What runs leave behind for people to look at: logs, packed tarballs, demo data, test reports. Not in git. */
export const ARTIFACTS = path.join(ROOT, '.artifacts');
