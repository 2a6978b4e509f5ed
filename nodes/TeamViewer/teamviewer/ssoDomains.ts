import { recordsOf } from './answer';
import type { TeamViewerClient } from './client';
import type { SsoDomain } from './types';

/** The SSO domains that the token's user owns; TeamViewer does not page them. */
export async function listSsoDomains(client: TeamViewerClient): Promise<SsoDomain[]> {
	return recordsOf<SsoDomain>(await client.get('/ssoDomain'), 'domains');
}
