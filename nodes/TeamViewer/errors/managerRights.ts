import type { ApiRequest } from '../teamviewer/request';

/** Which permission somebody needs as a manager of the device or device group, beside what the token has. */
const RIGHTS: ReadonlyArray<[RegExp, string]> = [
	[/^GET /, 'be one of its managers'],
	[/\/managers(\/[^/]+)?$/, "have the manager permission 'Manager Administration'"],
	[/\/description$/, "have the manager permission 'Device Description'"],
	[/\/policy\/remove$/, "have the manager permission 'Policy Administration'"],
	[
		/^PUT \/managed\/devices\/[^/]+\/groups$/,
		"have the manager permission 'Device Administration' on it, and 'Group Administration' on the device groups",
	],
	[
		/^POST \/managed\/groups\/[^/]+\/devices$/,
		"have the manager permission 'Group Administration' on it, and 'Device Administration' on the device",
	],
	[
		/^DELETE \/managed\/groups\/[^/]+\/devices\//,
		"have the manager permission 'Device Administration' on the device",
	],
	[
		/^PUT \/managed\/groups\//,
		"have the manager permission 'Group Administration', and 'Policy Administration' to set a policy",
	],
	[/^DELETE \/managed\/groups\//, "have the manager permission 'Group Administration'"],
	[
		/^PUT \/managed\/devices\//,
		"have the manager permission 'Device Administration', and 'Policy Administration' to set a policy",
	],
	[/^DELETE \/managed\/devices\//, "have the manager permission 'Manager Administration'"],
];

/** What a manager needs for a call, as a sentence; empty where the call is not about one device or device group. */
export function managerNote({ method, path }: Pick<ApiRequest, 'method' | 'path'>): string {
	const thing = /^\/managed\/(device|group)s\/(?!company$|assignment-data$)[^/]/.exec(path)?.[1];
	const right = RIGHTS.find(([pattern]) => pattern.test(`${method} ${path}`))?.[1];
	return thing && right
		? `The token's user must also ${right}: look at the managers of the ${thing === 'group' ? 'device group' : 'device'}.`
		: '';
}

/** Why `/managed` may have refused a change; empty for other calls. */
export function managedRefusalNote({ method, path }: Pick<ApiRequest, 'method' | 'path'>): string {
	if (method === 'GET' || !path.startsWith('/managed/')) return '';
	return /\/managers(\/[^/]+)?$/.test(path) && method !== 'POST'
		? "TeamViewer also refuses what changes nothing, and the last manager with 'Manager Administration' has to keep it."
		: 'TeamViewer also refuses a change that changes nothing.';
}
