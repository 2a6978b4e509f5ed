import type { Company } from '../company/Company';
import type { Token, TokenOffice } from '../oauth/TokenOffice';

/** What every endpoint works on. */
export interface Service {
	company: Company;
	tokens: TokenOffice;
	/** Milliseconds. */
	now: () => number;
	/** Which date of a report `to_date` is compared with: sources differ. */
	toDateMeans: 'end' | 'start';
	/** What `DELETE /sessions/{code}` does: no source tells. */
	sessionDeletion: 'closes' | 'erases';
	/** Most rows a page has. */
	pageSize: {
		sessions: number;
		reports: number;
		auditEvents: number;
		/** Every list with `paginationToken` or a continuation token. */
		lists: number;
	};
	/** How a token without the permission is told so: newer endpoints say 403, older ones also 400 (API manual). */
	missingPermissionStatus: 400 | 403;
	/** How the older endpoints answer for an id that does not exist; the manual knows 404 for newer ones only. */
	unknownRecordStatus: 400 | 404;
}

/** What the authorization check leaves for an endpoint. */
export interface ApiEnv {
	Variables: { token: Token };
}
