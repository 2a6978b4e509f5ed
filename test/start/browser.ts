/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The system that a command is for. */
export interface System {
	platform: NodeJS.Platform;
	/** Chrome's own sandbox refuses root on Linux. */
	isRoot: boolean;
	/** The environment's variables. */
	env: Record<string, string | undefined>;
	exists(file: string): boolean;
}

/** The one that this process runs on. */
export const THIS_SYSTEM: System = {
	platform: process.platform,
	isRoot: process.getuid?.() === 0,
	env: process.env,
	exists: existsSync,
};

/** What the browser has to be told to see the sandbox as TeamViewer. */
export interface Visit {
	/** A profile of its own: a browser that runs already would not take the rest. */
	profile: string;
	proxy: { url: string; caFingerprint: string };
	url: string;
}

/** The command, for this system's usual shell, that opens a Chrome or Chromium behind the demo's proxy. */
export function browserCommand({ profile, proxy, url }: Visit, system: System): string {
	const words = [
		programOf(system),
		`--user-data-dir=${profile}`,
		`--proxy-server=${proxy.url}`,
		`--ignore-certificate-errors-spki-list=${proxy.caFingerprint}`,
		...(system.platform === 'linux' && system.isRoot ? ['--no-sandbox'] : []),
		url,
	].map(quoted);
	// The two shells of Windows break lines with different signs.
	return words.join(system.platform === 'win32' ? ' ' : ' \\\n    ');
}

/** The browser that is there, or the likeliest one. */
function programOf(system: System): string {
	const { platform, env, exists } = system;
	if (platform === 'linux') {
		const folders = (env.PATH ?? '').split(':').filter((folder) => folder !== '');
		const isThere = (name: string) =>
			folders.some((folder) => exists(path.posix.join(folder, name)));
		return LINUX.find(isThere) ?? LINUX[0];
	}
	const files = platform === 'darwin' ? [CHROME_ON_MAC, CHROMIUM_ON_MAC] : chromesOnWindows(env);
	return files.find(exists) ?? files[0] ?? 'chrome';
}

const LINUX = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'] as const;

const CHROME_ON_MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const CHROMIUM_ON_MAC = '/Applications/Chromium.app/Contents/MacOS/Chromium';

function chromesOnWindows(env: System['env']): string[] {
	return [env.ProgramFiles ?? 'C:\\Program Files', env['ProgramFiles(x86)'], env.LOCALAPPDATA]
		.filter((folder) => folder !== undefined)
		.map((folder) => path.win32.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'));
}

/** The fingerprint's signs and a plain path are safe as they are. */
function quoted(word: string): string {
	return /^[\w./:=+,@-]+$/.test(word) ? word : `"${word}"`;
}
