/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- n8n-core reads its settings from the environment and a folder before anything else is loaded */
import 'reflect-metadata';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { ARTIFACTS } from '../n8n/paths';

// One folder for each of jest's workers, used again by the next test file: nothing is left behind in the system's
// temporary folder.
const userFolder = path.join(ARTIFACTS, 'engine', `worker-${process.env.JEST_WORKER_ID}`);
mkdirSync(userFolder, { recursive: true });
process.env.N8N_USER_FOLDER = userFolder;
process.env.N8N_ENCRYPTION_KEY = 'only-for-tests';
// What n8n would log is nothing to read between tests that pass; tests look at what users see.
process.env.N8N_LOG_LEVEL = 'silent';
