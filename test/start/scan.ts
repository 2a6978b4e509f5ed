/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports, no-console -- runs on a developer's machine, is never shipped */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { execFile } from 'node:child_process';
import { packPackage } from '../n8n/packedPackage';
import { ROOT } from '../n8n/paths';
import { ensureBuilt } from './build';

/** The largest tarball allowed, in bytes. */
const MOST_BYTES = 150_000;

/** What the tarball holds beside `dist`. */
const AT_TOP = ['LICENSE', 'README.md', 'index.js', 'package.json'];

/** What n8n's scan says (`@n8n/scan-community-package/scanner/scanner.mjs`). */
interface ScanResult {
	passed: boolean;
	message?: string;
	details?: string;
}

interface Scanner {
	analyzePackage(folder: string, patterns: string[]): Promise<ScanResult>;
	SOURCE_FILE_PATTERNS: string[];
}

/**
 * `npm run scan`: runs the scan that n8n runs on community nodes, on the sources and on the packed tarball, and
 * checks that the tarball holds exactly what n8n loads. (The scan's own command
 * takes packages from the npm registry only.)
 *
 * @returns the exit code
 * @throws what is wrong
 */
export async function main(): Promise<number> {
	await ensureBuilt((line) => console.log(`   ${line}`));
	const folder = await mkdtemp(path.join(os.tmpdir(), 'n8n-nodes-teamviewer-scan-'));
	try {
		const { analyzePackage, SOURCE_FILE_PATTERNS } = await loadScanner(folder);
		assertPassed('the sources', await analyzePackage(ROOT, SOURCE_FILE_PATTERNS));
		const packed = await packPackage(ROOT, folder);
		await promisify(execFile)('tar', ['-xzf', packed.file, '-C', folder]);
		assertPassed(
			'the packed tarball',
			await analyzePackage(path.join(folder, 'package'), ['**/*.js', 'package.json']),
		);
		assertSameFiles(packed.files, await filesToShip());
		if (packed.size >= MOST_BYTES) {
			throw new Error(`The tarball has ${packed.size} bytes; at most ${MOST_BYTES} are allowed.`);
		}
		console.log(`   ${packed.files.length} files, ${packed.size} bytes packed`);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
	return 0;
}

/** Loads the scanner, which at once makes a temporary folder and never removes it: below the one that is given. */
async function loadScanner(temporary: string): Promise<Scanner> {
	// The specifier is a variable for the type checker: the scanner ships no types.
	const specifier: string = '@n8n/scan-community-package/scanner/scanner.mjs';
	const { TMPDIR } = process.env;
	process.env.TMPDIR = temporary;
	try {
		return (await import(specifier)) as Scanner;
	} finally {
		if (TMPDIR === undefined) delete process.env.TMPDIR;
		else process.env.TMPDIR = TMPDIR;
	}
}

function assertPassed(what: string, { passed, message, details }: ScanResult): void {
	if (!passed) throw new Error(`n8n's scan refuses ${what}: ${message ?? ''}\n${details ?? ''}`);
}

/** What the tarball must hold: compiled code, codex files, output schemas and icons, and nothing else. */
async function filesToShip(): Promise<string[]> {
	const sources = await Promise.all(
		['credentials', 'icons', 'nodes'].map((folder) =>
			readdir(path.join(ROOT, folder), { recursive: true, withFileTypes: true }),
		),
	);
	const built = sources
		.flat()
		.filter((entry) => entry.isFile())
		.map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
		.map((file) => path.posix.join('dist', ...file.split(path.sep)))
		.filter((file) => !isBundled(file))
		.map((file) => file.replace(/\.ts$/, '.js'));
	return [...AT_TOP, ...built, 'dist/nodes/TeamViewer/bundle.js'];
}

/** All code of the nodes is in one file; n8n opens the `.node.js` files, which hand its classes out. */
function isBundled(file: string): boolean {
	return file.startsWith('dist/nodes/') && file.endsWith('.ts') && !file.endsWith('.node.ts');
}

function assertSameFiles(found: string[], wanted: string[]): void {
	const missing = wanted.filter((file) => !found.includes(file)).sort();
	const foreign = found.filter((file) => !wanted.includes(file)).sort();
	if (missing.length === 0 && foreign.length === 0) return;
	throw new Error(
		'The tarball does not hold what it should.' +
			(missing.length > 0 ? `\nMissing:\n  ${missing.join('\n  ')}` : '') +
			(foreign.length > 0 ? `\nToo much:\n  ${foreign.join('\n  ')}` : ''),
	);
}
