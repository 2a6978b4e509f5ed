import { DAY, writeDate } from '../dates';
import type { Random } from '../random';
import { guid, secret } from './ids';
import { emailOf } from './names';
import type { User } from './types';

/** A domain whose users sign in through the company's own identity provider. */
export interface SsoDomain {
	id: string;
	name: string;
	/** What `GET /ssoDomain/{id}` tells beside id and name. */
	details: Record<string, unknown>;
	inclusion: string[];
	exclusion: string[];
}

/** Which of a domain's two lists. */
export type SsoList = 'inclusion' | 'exclusion';

/** One validated domain; its exclusion list takes more than one page. */
export function registerSsoDomains(random: Random, now: number, users: User[]): SsoDomain[] {
	const [, ...colleagues] = users;
	return [
		{
			id: guid(random).toLowerCase(),
			name: 'example.com',
			details: {
				entity_id: 'https://sso.example.com/saml/metadata',
				login_url: 'https://sso.example.com/saml/login',
				logout_url: 'https://sso.example.com/saml/logout',
				supported_binding: 1,
				validation_status: 1,
				access_level: 1,
				validation_type: 1,
				validation_token: secret(random, 32),
				validation_started_at: writeDate(now - 200 * DAY),
				certificate_thumbprint: null,
			},
			inclusion: colleagues.map(({ email }) => email ?? '').slice(0, 3),
			exclusion: Array.from({ length: 24 }, (_, index) => emailOf(`Till ${index + 1}`)),
		},
	];
}
