import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { InvalidInput } from '../errors/invalidInput';
import { SIMPLIFY } from '../execution/simplify';
import { readMoment } from '../fields/date';
import { toReportQuery } from '../fields/filters/connectionReport';
import { toSessionQuery } from '../fields/filters/session';
import type { TeamViewerClient } from '../teamviewer/client';
import { connectionReportPage } from '../teamviewer/connectionReports';
import { sessionPage, type SessionQuery } from '../teamviewer/sessions';
import type { Budget } from './budget';
import { REPORT_FILTERS_FIELD, SESSION_FILTERS_FIELD } from './fields';
import { THRIFT, type ReportOptions } from './reports/options';
import { ReportSource } from './reports/reportSource';
import { ClosedSource } from './sessions/closedSource';
import { CreatedSource } from './sessions/createdSource';
import { findSession } from './sessions/findSession';
import { OnlineSource } from './sessions/onlineSource';
import type { SessionOptions, SessionWorld } from './sessions/sessionWorld';
import type { Source } from './source';

/** What a source works with. */
export interface Means {
	client: TeamViewerClient;
	budget: Budget;
	now: () => number;
}

/** A source, and what its states tell of: a state of another subject is of no use. */
export interface Watch {
	source: Source<unknown>;
	event: string;
	subject: unknown;
}

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Ten years: a window that is meant to have no end. Hours. */
const LONGEST_WINDOW = 87_600;

const SESSION_SOURCES: Record<
	string,
	new (world: SessionWorld, options: SessionOptions) => Source<unknown>
> = {
	sessionClosed: ClosedSource,
	sessionCreated: CreatedSource,
	sessionOnline: OnlineSource,
};

/** The source that the node's parameters ask for. @throws {InvalidInput} naming the parameter that cannot be used. */
export function createSource(caller: IPollFunctions, means: Means): Watch {
	const event = String(caller.getNodeParameter('triggerOn'));
	const filters = caller.getNodeParameter('filters', {}) as IDataObject;
	const options = caller.getNodeParameter('options', {}) as IDataObject;
	const workflow = { timezone: caller.getTimezone() };
	const simplify = SIMPLIFY.read(caller.getNodeParameter('simplify', true), workflow) === true;
	const credential = credentialId(caller);

	const SessionSource = SESSION_SOURCES[event];
	if (SessionSource) {
		const query = toSessionQuery(SESSION_FILTERS_FIELD.read(filters, workflow) as object);
		return {
			source: new SessionSource(sessionWorld(means, query), {
				maxItems: readMaxItems(options),
				simplify,
			}),
			event,
			subject: [credential, query],
		};
	}
	if (event === 'connectionReportCreated') {
		const query = toReportQuery(REPORT_FILTERS_FIELD.read(filters, workflow) as object);
		const { client, budget, now } = means;
		const world = {
			list: async (asked: typeof query, token?: string) =>
				await connectionReportPage(client, asked, token),
			now,
			budget,
		};
		return {
			source: new ReportSource(world, query, readOptions(caller, filters, options), simplify),
			event,
			subject: [credential, query],
		};
	}
	throw new InvalidInput(`'Trigger On' is "${event}", which this node does not know`);
}

function sessionWorld({ client, budget, now }: Means, query: SessionQuery): SessionWorld {
	return {
		list: async (state, offset) => await sessionPage(client, { ...query, state }, offset),
		find: async (code) => await findSession(client, code, query),
		now,
		budget,
	};
}

function readMaxItems({ maxItems }: IDataObject): number {
	return Math.max(1, Math.floor(readNumber(maxItems, 1000, 'Max Items')));
}

function readOptions(
	caller: IPollFunctions,
	filters: IDataObject,
	options: IDataObject,
): ReportOptions {
	return {
		lateWindow: readHours(options.lateReportWindow, 24, 'Late Report Window (Hours)'),
		longest: readHours(options.longestConnection, 168, 'Longest Connection (Hours)'),
		maxItems: readMaxItems(options),
		minimumDuration: readNumber(filters.minimumDuration, 0, 'Minimum Duration (Minutes)') * MINUTE,
		backfillFrom: readMoment(options.backfillFrom, 'Backfill From', caller.getTimezone()),
		thrift: THRIFT,
	};
}

/** Hours as milliseconds; more than {@link LONGEST_WINDOW} would ask for dates that do not exist. */
function readHours(value: unknown, fallback: number, field: string): number {
	const hours = readNumber(value, fallback, field);
	if (hours <= LONGEST_WINDOW) return hours * HOUR;
	throw new InvalidInput(`'${field}' must be at most ${LONGEST_WINDOW}, which is ten years`);
}

/** A number that is not below zero; an expression may give it as text. */
function readNumber(value: unknown, fallback: number, field: string): number {
	if (value === undefined || value === null || value === '') return fallback;
	const number = Number(value);
	if (Number.isFinite(number) && number >= 0) return number;
	throw new InvalidInput(`'${field}' must be a number that is not below zero`);
}

/** Another credential is another account, or may be: what was known does not count there. */
function credentialId(caller: IPollFunctions): string | null | undefined {
	const byToken = caller.getNodeParameter('authentication', 'oAuth2') === 'accessToken';
	return caller.getNode().credentials?.[byToken ? 'teamViewerApi' : 'teamViewerOAuth2Api']?.id;
}
