/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { execFile } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { environmentOutsideNpm } from './commands';

/** A package as `npm pack` makes it, ready to be published or installed. */
export interface PackedPackage {
	/** Its package.json. */
	manifest: { name: string; version: string } & Record<string, unknown>;
	/** The tarball's file name and its absolute path. */
	fileName: string;
	file: string;
	/** Sizes in bytes: of the tarball, and of its content. */
	size: number;
	unpackedSize: number;
	/** Checksums as a registry gives them. */
	integrity: string;
	shasum: string;
	/** The paths in the tarball, without npm's leading `package/`. */
	files: string[];
}

interface PackReport {
	filename: string;
	size: number;
	unpackedSize: number;
	integrity: string;
	shasum: string;
	files: Array<{ path: string }>;
}

/**
 * Packs the npm package in `folder` as it is on disk (build it first), without running any of its scripts.
 *
 * @param destination the folder that gets the tarball
 */
export async function packPackage(folder: string, destination: string): Promise<PackedPackage> {
	await mkdir(destination, { recursive: true });
	const { stdout } = await promisify(execFile)(
		'npm',
		['pack', '--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', destination],
		{ cwd: folder, env: environmentOutsideNpm() },
	);
	const [report] = JSON.parse(stdout) as PackReport[];
	if (report === undefined) throw new Error(`npm pack made no tarball of ${folder}`);
	const manifest = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
	return {
		manifest,
		fileName: report.filename,
		file: path.join(destination, report.filename),
		size: report.size,
		unpackedSize: report.unpackedSize,
		integrity: report.integrity,
		shasum: report.shasum,
		files: report.files.map((entry) => entry.path).sort(),
	};
}
