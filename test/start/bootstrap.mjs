/**
 * The way into every command of this repository: `node test/start/bootstrap.mjs <command> [arguments]`.
 *
 * Plain JavaScript without a dependency, so that it runs in a bare clone: it installs the packages that are
 * missing, then hands over to the command's TypeScript file beside this one; without a command it only installs them.
 * (npm's own pre-scripts would not run: .npmrc switches them off.)
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const ROOT = path.resolve(HERE, '..', '..');
const LOCK_FILE = path.join(ROOT, 'package-lock.json');
/** npm writes this file last, so it is missing or old after an installation that was interrupted. */
const INSTALLED = path.join(ROOT, 'node_modules', '.package-lock.json');
/** Which lock file was installed; git gives an unchanged file a new time when it switches branches. */
const STAMP = path.join(ROOT, 'node_modules', '.installed-lock');

const [command, ...args] = process.argv.slice(2);

// What the tools keep for their next run stays in the clone: nothing is left in the person's home or in the system's
// temporary folder.
process.env.XDG_CACHE_HOME = path.join(ROOT, 'node_modules', '.cache');
process.env.TSX_DISABLE_CACHE = '1';

// By default a signal ends a process without its 'exit' event, which is where the children it started are ended.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
	process.on(signal, () => {
		if (process.listenerCount(signal) === 1) process.exit(130);
	});
}

try {
	requireNode();
	if (!isInstalled()) await install();
	if (command !== undefined) {
		const { require: load } = await import('tsx/cjs/api');
		const { main } = load(path.join(HERE, `${command}.ts`), import.meta.url);
		process.exitCode = await main(args);
	}
} catch (error) {
	console.error(`\n${process.env.DEBUG ? error.stack : error.message}`);
	process.exitCode = 1;
}

function requireNode() {
	const { engines } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
	const wanted = engines.node.replace('>=', '').split('.').map(Number);
	const found = process.versions.node.split('.').map(Number);
	const difference = wanted.map((number, i) => found[i] - number).find((each) => each !== 0) ?? 0;
	if (difference < 0) {
		throw new Error(
			`This needs Node.js ${engines.node.replace('>=', '')} or newer; this is ${process.versions.node}.`,
		);
	}
}

/** npm's own file is as new as the lock file, or the lock file is the one that was installed last time. */
function isInstalled() {
	const time = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
	if (time(INSTALLED) === 0) return false;
	if (time(INSTALLED) >= time(LOCK_FILE)) return true;
	return time(STAMP) > 0 && readFileSync(STAMP, 'utf8') === stampOfLockFile();
}

function stampOfLockFile() {
	return createHash('sha256').update(readFileSync(LOCK_FILE)).digest('hex');
}

async function install() {
	const log = path.join(ROOT, '.artifacts', 'npm-ci.log');
	mkdirSync(path.dirname(log), { recursive: true });
	const output = openSync(log, 'w');
	const started = Date.now();
	const seconds = () => Math.round((Date.now() - started) / 1000);
	console.log('Installing the development packages (npm ci): about a minute …');
	const heartbeat = setInterval(
		() => console.log(`Installing the development packages … ${seconds()} s`),
		5_000,
	);
	const code = await new Promise((resolve, reject) => {
		const npm = spawn('npm', ['ci', '--no-audit', '--no-fund'], {
			cwd: ROOT,
			stdio: ['ignore', output, output],
		});
		process.once('exit', () => npm.kill());
		npm.once('error', reject);
		npm.once('exit', resolve);
	}).finally(() => {
		clearInterval(heartbeat);
		closeSync(output);
	});
	if (code !== 0) {
		const lines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
		throw new Error(`npm ci ended with code ${code}. The end of ${log}:\n${lines}`);
	}
	writeFileSync(STAMP, stampOfLockFile());
	console.log(`Development packages installed in ${seconds()} s.`);
}
