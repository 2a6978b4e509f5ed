/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { ExecutionStatus } from 'n8n-workflow';
import type { Runtime } from '../n8n/runtime';

/** An execution as n8n's database holds it. */
export interface StoredExecution {
	id: number;
	workflowId: string;
	status: ExecutionStatus;
	/** Everything that its nodes were given and gave, as n8n wrote it. */
	data: string;
}

/** What n8n's database holds while n8n does not run. */
export interface Remains {
	executions: StoredExecution[];
	/** The saved state of every workflow's trigger, as JSON; null before there is any. */
	states: Array<{ id: string; state: string | null }>;
}

/** Runs in the Node.js that n8n runs on, which can read SQLite by itself; this one may be older. */
const READER = `
	const { DatabaseSync } = require('node:sqlite');
	const database = new DatabaseSync(process.argv[1]);
	const executions = database
		.prepare(
			'SELECT e.id, e.workflowId, e.status, d.data FROM execution_entity e ' +
				'JOIN execution_data d ON d.executionId = e.id ORDER BY e.id',
		)
		.all();
	const states = database.prepare('SELECT id, staticData AS state FROM workflow_entity').all();
	require('node:fs').writeFileSync(process.argv[2], JSON.stringify({ executions, states }));
`;

/**
 * Reads the SQLite database of an n8n that does not run. Works on a copy: reading a database whose writer was killed
 * tidies it up, and that is n8n's own business.
 */
export async function openUp(runtime: Runtime, userFolder: string): Promise<Remains> {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'n8n-nodes-teamviewer-autopsy-'));
	try {
		const database = path.join(folder, 'database.sqlite');
		for (const suffix of ['', '-wal']) {
			const file = path.join(userFolder, '.n8n', `database.sqlite${suffix}`);
			await copyFile(file, `${database}${suffix}`).catch((error: NodeJS.ErrnoException) => {
				if (error.code !== 'ENOENT') throw error;
			});
		}
		const result = path.join(folder, 'remains.json');
		await promisify(execFile)(runtime.node, ['--no-warnings', '-e', READER, database, result]);
		return JSON.parse(await readFile(result, 'utf8')) as Remains;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
