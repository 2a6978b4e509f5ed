/* eslint-disable @n8n/community-nodes/no-restricted-imports -- rewrites files of the repository */
import { readFileSync, writeFileSync } from 'node:fs';

import { operationsPage, withResources } from './operationsTable';

// `npm run docs:operations`: after an operation was added or changed.
writeFileSync('README.md', withResources(readFileSync('README.md', 'utf8')));
writeFileSync('docs/operations.md', operationsPage());
