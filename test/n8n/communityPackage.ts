import type { N8nSession } from './n8nSession';

/** A community package as n8n lists it. */
export interface InstalledPackage {
	packageName: string;
	installedVersion: string;
	installedNodes: Array<{ name: string; type: string; latestVersion: number }>;
}

/** Installs a community package as Settings → Community nodes does: n8n fetches it from the npm registry. */
export async function installCommunityPackage(
	session: N8nSession,
	name: string,
): Promise<InstalledPackage> {
	return await session.post('/community-packages', { name });
}
