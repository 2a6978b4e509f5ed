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

/** The result of n8n's test of a credential, as the editor shows it. */
export interface CredentialTest {
	status: 'OK' | 'Error';
	message: string;
}

/** Presses the test button: n8n runs the credential type's test request. */
export async function testCredential(
	session: N8nSession,
	credential: SavedCredential,
	data: ICredentialDataDecryptedObject,
): Promise<CredentialTest> {
	return await session.post('/credentials/test', { credentials: { ...credential, data } });
}
