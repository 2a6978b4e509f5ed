import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { N8nSession } from './n8nSession';

/** A credential that n8n keeps. */
export interface SavedCredential {
	id: string;
	name: string;
	/** The credential type, for example `teamViewerOAuth2Api`. */
	type: string;
}

export interface NewCredential {
	name: string;
	type: string;
	/** What a user fills in. */
	data: ICredentialDataDecryptedObject;
}

export async function createCredential(
	session: N8nSession,
	credential: NewCredential,
): Promise<SavedCredential> {
	return await session.post('/credentials', credential);
}
