import { DAY, MINUTE, SECOND } from '../dates';
import { secret } from '../company/ids';
import { Refusal, unauthorized } from '../errors';
import { Random } from '../random';
import { ALL_SCOPES, CONSOLE_PERMISSIONS, type ConsolePermission, type Scope } from './scopes';

/** A token and what it may do. */
export interface Token {
	/** A short name that is safe to log: `script`, `oauth-3`. */
	id: string;
	value: string;
	level: 'user' | 'company';
	userId: string;
	scopes: ReadonlySet<Scope>;
	/** What it may do beside: permissions without a documented name. */
	console: ReadonlySet<ConsolePermission>;
	/** Milliseconds; a script token never expires. */
	expiresAt: number;
	revoked: boolean;
	isScriptToken: boolean;
}

/** What the token endpoint answers (API manual, captured from the live service). */
export interface TokenAnswer {
	access_token: string;
	token_type: 'bearer';
	expires_in: number;
	refresh_token: string;
}

interface Grant {
	scopes: readonly Scope[];
	userId: string;
}

interface Code extends Grant {
	redirectUri: string;
	expiresAt: number;
}

interface RefreshToken extends Grant {
	access: Token;
	state: 'good' | 'used' | 'revoked';
}

/** A code has to be redeemed within ten minutes (API manual). */
const CODE_LIFETIME = 10 * MINUTE;

/** What an access token lives, in seconds (API manual). */
const DEFAULT_LIFETIME = DAY / SECOND;

/** Hands out codes and tokens, and knows what each is still worth. */
export class TokenOffice {
	/** How long new access tokens live, in seconds. */
	lifetime = DEFAULT_LIFETIME;
	private readonly tokens = new Map<string, Token>();
	private readonly refreshTokens = new Map<string, RefreshToken>();
	private readonly codes = new Map<string, Code>();
	/** Access tokens that died only because the user withdrew the grants. */
	private readonly withdrawn = new Set<Token>();
	private readonly random: Random;
	private issued = 0;

	constructor(
		seed: number,
		private readonly now: () => number,
		private readonly userId: string,
	) {
		this.random = new Random(seed);
	}

	/** A token made by hand, outside OAuth2. */
	mint(
		id: string,
		kind: {
			level: 'user' | 'company';
			scopes: readonly Scope[];
			console?: readonly ConsolePermission[];
			script?: boolean;
			userId?: string;
		},
	): Token {
		const token: Token = {
			id,
			value: `${this.random.whole(1000000, 9999999)}-${secret(this.random, 20)}`,
			level: kind.level,
			userId: kind.userId ?? this.userId,
			scopes: new Set(kind.scopes),
			console: new Set(kind.console ?? CONSOLE_PERMISSIONS),
			expiresAt: Infinity,
			revoked: false,
			isScriptToken: kind.script ?? false,
		};
		this.tokens.set(token.value, token);
		return token;
	}

	/** The token behind a bearer header, or a 401 that says what is wrong with it. */
	check(authorization: string | null): Token {
		const token = this.named(authorization);
		if (token === undefined || token.revoked) throw unauthorized('invalid_token');
		if (this.hasExpired(token)) throw unauthorized('token_expired');
		return token;
	}

	/** What `/ping` tells of a bearer header. */
	isGood(authorization: string | null): boolean {
		const token = this.named(authorization);
		return token !== undefined && !token.revoked && !this.hasExpired(token);
	}

	/** Whose token a header names, however little it is worth now. */
	named(authorization: string | null): Token | undefined {
		const value = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
		return value === undefined ? undefined : this.tokens.get(value);
	}

	/** The user said yes: a code, good once and for ten minutes. */
	issueCode(redirectUri: string, scopes: readonly Scope[]): string {
		const code = secret(this.random, 24);
		this.codes.set(code, {
			redirectUri,
			scopes,
			userId: this.userId,
			expiresAt: this.now() + CODE_LIFETIME,
		});
		return code;
	}

	/** Tokens for a code; the code is spent whatever the outcome. */
	redeemCode(value: string, redirectUri?: string): TokenAnswer {
		const code = this.codes.get(value);
		this.codes.delete(value);
		if (code === undefined) throw invalidGrant('The code is unknown or was used before');
		if (code.expiresAt <= this.now()) throw invalidGrant('The code has expired');
		if (redirectUri !== undefined && code.redirectUri !== redirectUri) {
			throw invalidGrant("'redirect_uri' differs from the one the code was issued for");
		}
		return this.issue(code);
	}

	/** New tokens for a refresh token, which this uses up (API manual). */
	refresh(value: string): TokenAnswer {
		const refreshToken = this.refreshTokens.get(value);
		if (refreshToken === undefined) throw invalidGrant('The refresh token is unknown');
		if (refreshToken.state === 'used') throw invalidGrant('The refresh token was used before');
		if (refreshToken.state === 'revoked') throw invalidGrant('The refresh token was revoked');
		refreshToken.state = 'used';
		return this.issue(refreshToken);
	}

	/** Tokens as an app gets them after the consent. */
	issue(grant: Partial<Grant> = {}): TokenAnswer {
		const { scopes = ALL_SCOPES, userId = this.userId } = grant;
		this.issued += 1;
		const access = this.mint(`oauth-${this.issued}`, { level: 'user', scopes });
		access.userId = userId;
		access.expiresAt = this.now() + this.lifetime * SECOND;
		const refreshToken = secret(this.random, 40);
		this.refreshTokens.set(refreshToken, { access, scopes, userId, state: 'good' });
		return {
			access_token: access.value,
			token_type: 'bearer',
			expires_in: this.lifetime,
			refresh_token: refreshToken,
		};
	}

	/** Ends a token's life, and its refresh token's with it (API manual). */
	revoke(token: Token): void {
		token.revoked = true;
		for (const refreshToken of this.refreshTokens.values()) {
			if (refreshToken.access === token && refreshToken.state === 'good') {
				refreshToken.state = 'revoked';
			}
		}
	}

	/** As if the user had withdrawn every app's access; tokens made by hand stay. */
	revokeGrants(): void {
		for (const { access } of this.refreshTokens.values()) {
			if (access.revoked) continue;
			this.withdrawn.add(access);
			this.revoke(access);
		}
	}

	/** As if the user had never withdrawn them: a new consent gives new tokens, but a demo is to go on with its old ones. */
	restoreGrants(): void {
		for (const refreshToken of this.refreshTokens.values()) {
			if (!this.withdrawn.has(refreshToken.access)) continue;
			refreshToken.access.revoked = false;
			if (refreshToken.state === 'revoked') refreshToken.state = 'good';
		}
		this.withdrawn.clear();
	}

	/** As if a day had passed for every token but script tokens. */
	expireAccessTokens(): void {
		const now = this.now();
		for (const token of this.tokens.values()) {
			if (!token.isScriptToken) token.expiresAt = Math.min(token.expiresAt, now);
		}
	}

	private hasExpired(token: Token): boolean {
		return token.expiresAt <= this.now();
	}

	/** As if the app and all script tokens had been deleted in the profile. */
	revokeAll(): void {
		for (const token of this.tokens.values()) this.revoke(token);
		this.withdrawn.clear();
	}
}

function invalidGrant(description: string): Refusal {
	return new Refusal(400, 'invalid_grant', description);
}
