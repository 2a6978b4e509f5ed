/* eslint-disable @n8n/community-nodes/no-restricted-imports -- rewrites a file of the repository */
import { readFileSync, writeFileSync } from 'node:fs';

import { withOperationsTable } from './operationsTable';

// `npm run docs:operations`: after an operation was added or changed.
writeFileSync('README.md', withOperationsTable(readFileSync('README.md', 'utf8')));
