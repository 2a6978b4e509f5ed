/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { accessSync, constants, readdirSync } from 'node:fs';
import path from 'node:path';

/** Debian keeps every version of PostgreSQL's server in a folder of its own, outside the path. */
const DEBIAN_POSTGRES = '/usr/lib/postgresql';

/** What queue mode needs besides n8n, with the Debian package that brings it. */
const SERVERS = {
	'redis-server': 'redis-server',
	initdb: 'postgresql',
	postgres: 'postgresql',
} as const;

export type Server = keyof typeof SERVERS;

/** The Debian packages that are missing for queue mode; none when everything is there. */
export function missingPackages(): string[] {
	const missing = (Object.keys(SERVERS) as Server[]).filter((name) => find(name) === undefined);
	return [...new Set(missing.map((name) => SERVERS[name]))];
}

/** The absolute path of a server's program. @throws a sentence that names the Debian package to install */
export function program(name: Server): string {
	const found = find(name);
	if (found !== undefined) return found;
	throw new Error(
		`Queue mode needs ${name}, which is not installed (Debian: apt-get install ${SERVERS[name]}).`,
	);
}

function find(name: Server): string | undefined {
	const folders = [...(process.env.PATH ?? '').split(path.delimiter), ...postgresFolders()];
	return folders.map((folder) => path.join(folder, name)).find(isExecutable);
}

/** Newest version first. */
function postgresFolders(): string[] {
	try {
		return readdirSync(DEBIAN_POSTGRES)
			.sort((a, b) => Number(b) - Number(a))
			.map((version) => path.join(DEBIAN_POSTGRES, version, 'bin'));
	} catch {
		return [];
	}
}

function isExecutable(file: string): boolean {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
