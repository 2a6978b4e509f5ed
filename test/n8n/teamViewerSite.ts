import { TEAMVIEWER_HOSTS, type Sandbox } from '../sandbox';
import type { Site } from './proxy';

/** TeamViewer's login page and Web API under their real names, played by a sandbox. */
export function teamViewerSite(sandbox: Sandbox): Site {
	const hosts: readonly string[] = TEAMVIEWER_HOSTS;
	return {
		owns: (url) => hosts.includes(url.host),
		answer: (request) => sandbox.fetch(request),
	};
}
