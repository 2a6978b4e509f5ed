/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions -- reads the README and asks a shell */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createSandbox } from '../../sandbox';
import type { System } from '../../start/browser';
import { welcome, type Addresses } from '../../start/welcome';

const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const MAC_CHROMIUM = '/Applications/Chromium.app/Contents/MacOS/Chromium';
const WINDOWS = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
const WINDOWS_X86 = 'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe';

const ADDRESSES: Addresses = {
	n8n: 'http://localhost:5678',
	proxy: { url: 'http://127.0.0.1:8000', caFingerprint: 'abc+/9=' },
	controlPage: 'http://127.0.0.1:9000',
	credentials: createSandbox({ company: 'empty' }).credentials,
	published: ['Reports to a table'],
};

/** A system with these files. */
function system(platform: NodeJS.Platform, files: string[] = [], isRoot = false): System {
	const env =
		platform === 'win32'
			? { ProgramFiles: 'C:\\Program Files', 'ProgramFiles(x86)': 'C:\\Program Files (x86)' }
			: { PATH: '/usr/local/bin:/usr/bin' };
	return { platform, isRoot, env, exists: (file) => files.includes(file) };
}

/** The command for the browser, on one line. */
function command(...on: Parameters<typeof system>): string {
	const [, after = ''] = welcome(ADDRESSES, system(...on)).split('as TeamViewer');
	const [, lines = ''] = after.split(/:\n {2}/);
	return lines.split('\n\n')[0]?.replace(/ \\\n */g, ' ') ?? '';
}

it('The start names a section of the README, and the list of workflows instead of the page behind the login', () => {
	const text = welcome(ADDRESSES, system('linux'));
	const section = /the README's "([^"]+)"/.exec(text)?.[1];
	const headings = readFileSync('README.md', 'utf8').match(/^## .+$/gm);
	expect(headings).toContain(`## ${section}`);
	expect(text).toContain('http://localhost:5678/home/workflows');
	expect(text).toContain('script token works in any browser');
});

it('It names what is there already: both credentials and what is published', () => {
	const text = welcome(ADDRESSES, system('linux'));
	for (const name of ['TeamViewer account', 'TeamViewer script token', 'Reports to a table']) {
		expect(text).toContain(`"${name}"`);
	}
});

it.each([
	['linux', ['/usr/bin/chromium'], 'chromium'],
	['linux', ['/usr/bin/google-chrome'], 'google-chrome'],
	['linux', [], 'chromium'],
	['darwin', [MAC], `"${MAC}"`],
	['darwin', [MAC_CHROMIUM], MAC_CHROMIUM],
	['darwin', [], `"${MAC}"`],
	['win32', [WINDOWS], `"${WINDOWS}"`],
	['win32', [WINDOWS_X86], `"${WINDOWS_X86}"`],
	['win32', [], `"${WINDOWS}"`],
] as const)('On %s with %j it opens %s', (platform, files, program) => {
	expect(command(platform, [...files])).toMatch(new RegExp(`^${escaped(program)} .*user-data-dir`));
});

it('Only root on Linux is told to do without the sandbox of Chrome', () => {
	expect(command('linux', [], true)).toContain(' --no-sandbox ');
	expect(command('linux')).not.toContain('--no-sandbox');
	expect(command('darwin', [], true)).not.toContain('--no-sandbox');
});

it('On Windows it says how PowerShell takes the command, which is one line there', () => {
	expect(welcome(ADDRESSES, system('win32'))).toContain('in PowerShell, with & before it');
	expect(welcome(ADDRESSES, system('darwin'))).not.toContain('PowerShell');
	expect(command('win32')).not.toContain('\\\n');
});

it('A shell reads the command as it is meant', () => {
	const text = command('darwin', [MAC]);
	const words = execFileSync('sh', ['-c', `printf '%s\\n' ${text}`], { encoding: 'utf8' });
	expect(words.trim().split('\n')).toEqual([
		MAC,
		expect.stringMatching(/^--user-data-dir=.+browser$/),
		'--proxy-server=http://127.0.0.1:8000',
		'--ignore-certificate-errors-spki-list=abc+/9=',
		'http://localhost:5678/home/credentials',
	]);
});

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
