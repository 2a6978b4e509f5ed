import type {
	IAdditionalCredentialOptions,
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
} from 'n8n-workflow';

import type { Caller } from './client';
import type { Authentication } from './teamViewerError';

/** n8n renews OAuth2 tokens unseen: so long at the most, what was read of them counts. Milliseconds. */
const SECRETS_KEPT = 10_000;

/** The node's credential, read as seldom as possible: n8n reads it from its database and decrypts it each time. */
export class Credential {
	/** n8n's name of the credential type. */
	readonly type: 'teamViewerApi' | 'teamViewerOAuth2Api';

	/** How often the token was renewed by hand. */
	renewals = 0;

	private scriptToken: Promise<ICredentialsDecrypted> | undefined;
	private concealed: { at: number; secrets: Promise<string[]> } | undefined;
	private renewing: Promise<void> | undefined;

	constructor(private readonly caller: Caller) {
		this.type =
			caller.getNode().parameters.authentication === 'accessToken'
				? 'teamViewerApi'
				: 'teamViewerOAuth2Api';
	}

	get authentication(): Authentication {
		return this.type === 'teamViewerApi' ? 'accessToken' : 'oAuth2';
	}

	/** Whether there is a refresh token that could renew the access. */
	get canBeRenewed(): boolean {
		return this.type === 'teamViewerOAuth2Api';
	}

	/**
	 * What is handed over with a request, so that n8n need not read it again. A script token stays the same as long as a
	 * client lives. OAuth2 tokens do not, and n8n keeps them itself.
	 */
	async decrypted(): Promise<IAdditionalCredentialOptions | undefined> {
		const { type } = this;
		if (type === 'teamViewerOAuth2Api') return undefined;
		this.scriptToken ??= this.caller
			.getCredentials(type)
			.then((data) => ({ id: '', name: '', type, data }));
		return { credentialsDecrypted: await this.scriptToken };
	}

	/**
	 * n8n renews a token after a 401; one that expires under another status has to be renewed by hand, where this n8n can.
	 * Requests that fail side by side renew it once: a refresh token is used up by its first use, and a second renewal would
	 * take the token away from those that were just sent again with it.
	 *
	 * @param since {@link renewals} when the request was sent that met the expired token.
	 */
	async renew(since: number): Promise<void> {
		if (since < this.renewals) return;
		this.renewing ??= this.refresh().finally(() => (this.renewing = undefined));
		await this.renewing;
	}

	/** Everything in the credential that must never be read in an error. A thousand failures read it once. */
	async secrets(): Promise<string[]> {
		const now = Date.now();
		if (!this.concealed || Math.abs(now - this.concealed.at) > SECRETS_KEPT) {
			this.concealed = { at: now, secrets: this.readSecrets() };
		}
		return await this.concealed.secrets;
	}

	private async refresh(): Promise<void> {
		await this.caller.helpers.refreshOAuth2Token?.call(this.caller, this.type);
		this.renewals += 1;
		this.concealed = undefined;
	}

	private async readSecrets(): Promise<string[]> {
		try {
			const credential = await this.caller.getCredentials(this.type);
			const tokens = credential.oauthTokenData as ICredentialDataDecryptedObject | undefined;
			return [
				credential.accessToken,
				credential.clientSecret,
				tokens?.access_token,
				tokens?.refresh_token,
			].filter((secret): secret is string => typeof secret === 'string' && secret.length > 0);
		} catch {
			// Without a readable credential no request was sent, so there is nothing to conceal.
			return [];
		}
	}
}
