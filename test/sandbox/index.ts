/* eslint-disable @n8n/community-nodes/no-restricted-globals -- the sandbox can be told to be slow */
import { API_HOST, teamViewerApp } from './app';
import type { Service } from './api/service';
import { Company, type CompanySize, type NewReport, type ReportSpread } from './company/Company';
import type { ConnectionReport, DeviceReport, Recording, Session } from './company/types';
import { secret } from './company/ids';
import { writeDate } from './dates';
import { inDialect, USUAL_DIALECT, type Dialect } from './dialect';
import { answerFor } from './errors';
import { cutInHalf, faultyAnswer, Faults, nameOf } from './faults';
import { happeningsIn, type Happenings } from './happenings';
import { TokenOffice, type TokenAnswer } from './oauth/TokenOffice';
import type { RegisteredApp } from './oauth/RegisteredApp';
import { ALL_SCOPES, isScope, type ConsolePermission, type Scope } from './oauth/scopes';
import { Quota, type LicenceName } from './quota';
import { Random } from './random';
import { maskAuthorization, readableBody, type RecordedRequest } from './requestLog';

export { ACCOUNT_HOST, API_HOST, LOGIN_HOST, TEAMVIEWER_HOSTS } from './app';
export type { Company, CompanySize, NewReport, ReportSpread } from './company/Company';
export type { Alarm } from './company/alarms';
export type { DeviceGroup } from './company/estate/Estate';
export type { Recording } from './company/types';
export { FAULT_HEADER, isDropped, type Fault, type FaultMatcher, type Faults } from './faults';
export type { Happenings, NewManagedDevice } from './happenings';
export type { ConsolePermission } from './oauth/scopes';
export type { TokenAnswer } from './oauth/TokenOffice';
export type { Dialect } from './dialect';
export type { CallCount, LicenceName, Quota } from './quota';
export type { RecordedRequest } from './requestLog';

/** How a sandbox starts. */
export interface SandboxOptions {
	/** The same seed and the same clock make the same company, byte for byte. */
	seed?: number;
	/** The clock, in milliseconds; the company's history lies before its time at creation. */
	now?: () => number;
	/** `full` by default. Even an `empty` company has one user, one group and one device. */
	company?: CompanySize;
	/** What `to_date` is compared with: sources say the end (default) or the start. */
	toDateMeans?: 'end' | 'start';
	/** What `DELETE /sessions/{code}` does: no source tells; it closes by default. */
	sessionDeletion?: 'closes' | 'erases';
	/** Limits calls by function and token as this licence does; no limit by default. */
	licence?: LicenceName;
	/** The forms that answers come in; those of today's live service by default. */
	dialect?: Partial<Dialect>;
	/** Rows a page of sessions and reports; the event log and lists with page tokens have at most as many. 1000 by default. */
	pageSize?: number;
	/** Status for a missing permission on older endpoints; 403 by default, 400 is possible too. */
	missingPermissionStatus?: 400 | 403;
	/** Status for an unknown id on older endpoints; 400 by default, 404 is documented for newer ones only. */
	unknownRecordStatus?: 400 | 404;
}

/** What a client needs to get in. */
export interface SandboxCredentials extends RegisteredApp {
	/** A user's token with every permission; expires with `expireAccessTokens`. */
	readonly userToken: string;
	/** A company's token with every permission. */
	readonly companyToken: string;
	/** A user's script token with every permission; never expires. */
	readonly scriptToken: string;
	/** A script token that has just these permissions, and of those without a documented name all or just these. */
	limitedToken(scopes: string[], console?: ConsolePermission[]): string;
	/** A script token of another user, with every permission. */
	tokenOf(userId: string): string;
}

/** A TeamViewer in memory: its login page, its Web API, one company's data, and what can go wrong. */
export interface Sandbox extends Happenings {
	/** Answers as login.teamviewer.com or webapi.teamviewer.com would, by the URL's host; never throws. */
	fetch(request: Request): Promise<Response>;
	/** The sandbox's clock, in milliseconds. */
	now(): number;
	/** The data, in TeamViewer's own JSON. */
	readonly company: Company;
	/** Every request, in order of arrival. */
	readonly requests: readonly RecordedRequest[];
	clearRequests(): void;
	readonly credentials: SandboxCredentials;
	readonly faults: Faults;
	/** Counts calls as the licence does; can be set, read and used up. */
	readonly quota: Quota;
	/** Changes the forms that answers come in; what is not named stays. */
	setDialect(dialect: Partial<Dialect>): void;

	/** Lets a connection end now, or as the fields say; `publishedAt` in the future makes its report appear late. */
	addReport(fields?: NewReport<ConnectionReport>): ConnectionReport;
	/** Many reports with their ends spread evenly; each is listed from its end on unless said otherwise. */
	addReports(count: number, spread: ReportSpread): ConnectionReport[];
	/** Changes a report, as the end of a running connection does. */
	changeReport(id: string, fields: Partial<ConnectionReport>): ConnectionReport;
	/** Takes a report away, as somebody in the console might; false where there is none. */
	removeReport(id: string): boolean;
	addDeviceReport(fields?: NewReport<DeviceReport>): DeviceReport;
	/** Records a report's connection: summaries, transcripts and screenshots, or what is given. */
	addRecording(reportId: string, recording?: Recording): Recording;

	/** Opens a session with believable details; fields given win. */
	addSession(fields?: Partial<Session>): Session;
	/** Opens a session that holds nothing but what is given. */
	openSession(fields?: Partial<Session>): Session;
	/** Changes any field of a session; undefined takes it away. */
	changeSession(code: string, fields: Partial<Session>): Session;
	/** The customer starts or stops waiting. */
	setSessionOnline(code: string, online: boolean): Session;
	closeSession(code: string): Session;
	reopenSession(code: string): Session;
	/** Its validity runs out now. Live clients see such sessions open; whether they ever close is not known. */
	expireSession(code: string, state?: 'Open' | 'Closed'): Session;

	/** Tokens as an app gets them after the consent, without the detour through the browser. */
	issueTokens(scopes?: string[]): TokenAnswer;
	/** As if a day had passed for every access token; script tokens stay. */
	expireAccessTokens(): void;
	/** The user withdraws every app's access: its tokens and refresh tokens die, script tokens stay. */
	revokeGrants(): void;
	/** What `revokeGrants` took is good again, as far as it had not expired. */
	restoreGrants(): void;
	/** Every token and refresh token dies, script tokens too. */
	revokeAll(): void;
	/** For tokens issued from now on. */
	setAccessTokenLifetime(seconds: number): void;
}

const PAGE_SIZE = 1000;
/** The event log's pages are this small (API manual). */
const AUDIT_PAGE_SIZE = 50;
/** Not documented; small, so that paging happens. */
const LIST_PAGE_SIZE = 20;

/** Starts a TeamViewer. It holds no timer, no file and no socket; dropping it is all there is to stopping it. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
	const { seed = 1, now = Date.now, pageSize = PAGE_SIZE } = options;
	const company = new Company(seed, now, options.company ?? 'full');
	const tokens = new TokenOffice(seed + 1, now, company.account.userid ?? '');
	const service: Service = {
		company,
		tokens,
		now,
		toDateMeans: options.toDateMeans ?? 'end',
		sessionDeletion: options.sessionDeletion ?? 'closes',
		pageSize: {
			sessions: pageSize,
			reports: pageSize,
			auditEvents: Math.min(pageSize, AUDIT_PAGE_SIZE),
			lists: Math.min(pageSize, LIST_PAGE_SIZE),
		},
		missingPermissionStatus: options.missingPermissionStatus ?? 403,
		unknownRecordStatus: options.unknownRecordStatus ?? 400,
	};
	const credentials = register(seed, tokens);
	const app = teamViewerApp(service, credentials);
	const faults = new Faults();
	const requests: RecordedRequest[] = [];
	const quota = new Quota(now, options.licence);
	let dialect: Dialect = { ...USUAL_DIALECT, ...options.dialect };

	return {
		now,
		company,
		requests,
		credentials,
		faults,
		quota,
		setDialect: (change) => {
			dialect = { ...dialect, ...change };
		},
		clearRequests: () => requests.splice(0),
		...happeningsIn(company, now),
		addReport: (fields) => company.addReport(fields),
		addReports: (count, spread) => company.addReports(count, spread),
		changeReport: (id, fields) => company.reportShelf.update(id, fields),
		removeReport: (id) => company.reportShelf.remove(id),
		addDeviceReport: (fields) => company.addDeviceReport(fields),
		addRecording: (reportId, recording) => company.addRecording(reportId, recording),
		addSession: (fields) => company.addSession(fields),
		openSession: (fields) => company.openSession(fields),
		changeSession: (code, fields) => company.changeSession(code, fields),
		setSessionOnline: (code, online) => company.changeSession(code, { online }),
		closeSession: (code) => company.setSessionState(code, 'Closed'),
		reopenSession: (code) => company.setSessionState(code, 'Open'),
		expireSession: (code, state = 'Open') => {
			company.changeSession(code, { valid_until: writeDate(now()) });
			return company.setSessionState(code, state);
		},
		issueTokens: (scopes) =>
			tokens.issue(scopes === undefined ? {} : { scopes: knownScopes(scopes) }),
		expireAccessTokens: () => tokens.expireAccessTokens(),
		revokeGrants: () => tokens.revokeGrants(),
		restoreGrants: () => tokens.restoreGrants(),
		revokeAll: () => tokens.revokeAll(),
		setAccessTokenLifetime: (seconds) => {
			tokens.lifetime = seconds;
		},
		fetch: async (request) => {
			const record = await recordOf(request, tokens, now());
			requests.push(record);
			const response = await answer(request, record);
			record.status = response.status;
			const body = response.body === null ? null : await response.arrayBuffer();
			record.bytes = body?.byteLength ?? 0;
			return new Response(body, { status: response.status, headers: response.headers });
		},
	};

	async function answer(request: Request, record: RecordedRequest): Promise<Response> {
		const fault = faults.strike(record);
		record.fault = fault === undefined ? undefined : nameOf(fault);
		await pause(faults.latencyMs + (fault?.delayMs ?? 0));
		if (fault === undefined) return await serve(request, record);
		const carryOut = fault.afterHandling || fault.malformed;
		const handled = carryOut ? await serve(request, record) : undefined;
		if (fault.malformed && handled !== undefined) return cutInHalf(handled);
		return faultyAnswer(fault) ?? handled ?? (await serve(request, record));
	}

	/** TeamViewer itself: counts the call, carries it out, and answers in the dialect of the day. */
	async function serve(request: Request, record: RecordedRequest): Promise<Response> {
		const { host, method, path, tokenId } = record;
		const isCounted = host === API_HOST && !/\/oauth2\//.test(path);
		if (isCounted && tokenId !== undefined && tokens.isGood(request.headers.get('Authorization'))) {
			try {
				quota.take(tokenId, method, path);
			} catch (error) {
				record.fault = 'quota used up';
				return answerFor(error as Error, 'classic');
			}
		}
		const response = await app.fetch(request);
		return host === API_HOST ? await inDialect(dialect, { method, path }, response) : response;
	}
}

/** The app and the tokens made by hand; the same seed makes the same ones, so that saved credentials stay good. */
function register(seed: number, tokens: TokenOffice): SandboxCredentials {
	const random = new Random(seed + 2);
	const everything = { level: 'user', scopes: ALL_SCOPES } as const;
	let limited = 0;
	return {
		name: 'n8n',
		clientId: `${random.whole(100000, 999999)}-${secret(random, 20)}`,
		clientSecret: secret(random, 20),
		redirectUris: ['http://localhost:5678/rest/oauth2-credential/callback'],
		userToken: tokens.mint('user', everything).value,
		companyToken: tokens.mint('company', { ...everything, level: 'company' }).value,
		scriptToken: tokens.mint('script', { ...everything, script: true }).value,
		limitedToken: (scopes, console) => {
			limited += 1;
			const kind = { level: 'user', scopes: knownScopes(scopes), console, script: true } as const;
			return tokens.mint(`limited-${limited}`, kind).value;
		},
		tokenOf: (userId) =>
			tokens.mint(`script-${userId}`, { ...everything, script: true, userId }).value,
	};
}

function knownScopes(names: string[]): Scope[] {
	return names.map((name) => {
		if (!isScope(name)) throw new Error(`TeamViewer has no permission '${name}'`);
		return name;
	});
}

async function recordOf(
	request: Request,
	tokens: TokenOffice,
	at: number,
): Promise<RecordedRequest> {
	const url = new URL(request.url);
	const contentType = request.headers.get('Content-Type') ?? '';
	const authorization = request.headers.get('Authorization');
	return {
		method: request.method,
		host: url.host,
		path: url.pathname,
		query: Object.fromEntries(url.searchParams),
		body: readableBody(await request.clone().text(), contentType),
		contentType,
		authorization: maskAuthorization(authorization),
		tokenId: tokens.named(authorization)?.id,
		status: undefined,
		fault: undefined,
		at,
		bytes: 0,
	};
}

async function pause(milliseconds: number): Promise<void> {
	if (milliseconds > 0) await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
