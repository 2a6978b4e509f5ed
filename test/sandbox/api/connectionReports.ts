import { Hono } from 'hono';
import { z } from 'zod';
import type { Shelved } from '../company/ReportShelf';
import { plainCode } from '../company/ids';
import type { ConnectionReport } from '../company/types';
import { invalidRequest } from '../errors';
import { authorize } from './authorization';
import { form, readBody, readPath, readQuery, refuseQuery } from './input';
import { jsonText, listJson, pageOf } from './reportPages';
import type { ApiEnv, Service } from './service';
import { unknownRecord } from './unknownRecord';

const listQuery = z
	.object({
		username: form.text.optional(),
		userid: form.user.optional(),
		groupid: z
			.string()
			.regex(/^(g\d+|0)$/, 'is no group id')
			.optional(),
		devicename: form.text.optional(),
		deviceid: form.teamViewerId.optional(),
		from_date: form.date.optional(),
		to_date: form.date.optional(),
		offset_id: form.guid.optional(),
		has_code: form.flag.optional(),
		session_code: form.sessionCode.optional(),
		support_session_type: z.enum(['1', '2', '3']).transform(Number).optional(),
	})
	.strict();

type ListQuery = z.output<typeof listQuery>;

const updateBody = z
	.object({
		notes: z.string().optional(),
		billing_state: z.enum(['Bill', 'Billed', 'DoNotBill']).optional(),
	})
	.strict()
	.refine((fields) => Object.keys(fields).length > 0, 'There is nothing to change.');

/** What asks for devices without a name (API manual of 2021). */
const UNNAMED = 'unnamed_device';

/** `/reports/connections`: outgoing connections. */
export function connectionReportRoutes(service: Service): Hono<ApiEnv> {
	const shelf = service.company.reportShelf;
	const routes = new Hono<ApiEnv>();

	routes.get('/', authorize(service, { oneOf: ['Connections.Read'] }), (context) => {
		const query = readQuery(context, listQuery);
		if (query.devicename !== undefined && context.get('token').level === 'company') {
			throw invalidRequest("Parameter 'devicename' needs a user access token.");
		}
		const page = pageOf(shelf, {
			offsetId: query.offset_id,
			pageSize: service.pageSize.reports,
			from: query.from_date,
			to: query.to_date,
			toDateMeans: service.toDateMeans,
			matches: matcherFor(query),
		});
		if (context.get('token').level === 'user') return jsonText(listJson(page));
		const unnamed = page.rows.map((row) => ({
			...row,
			json: undefined,
			record: shownTo('company', row.record),
		}));
		return jsonText(listJson({ ...page, rows: unnamed }));
	});

	routes.get('/:id', authorize(service, { oneOf: ['Connections.Read'] }), (context) => {
		refuseQuery(context);
		const { record } = find(service, readPath(context, 'id', form.guid));
		return context.json(shownTo(context.get('token').level, record));
	});

	routes.put('/:id', authorize(service, { oneOf: ['Connections.Modify'] }), async (context) => {
		const { record } = find(service, readPath(context, 'id', form.guid));
		shelf.update(record.id, await readBody(context, updateBody));
		return context.body(null, 204);
	});

	routes.delete('/:id', authorize(service, { oneOf: ['Connections.Delete'] }), (context) => {
		refuseQuery(context);
		shelf.remove(find(service, readPath(context, 'id', form.guid)).record.id);
		return context.body(null, 204);
	});

	return routes;
}

/** A published report, or the refusal for an unknown one. */
function find(service: Service, id: string): Shelved<ConnectionReport> {
	const entry = service.company.reportShelf.find(id);
	if (entry !== undefined) return entry;
	throw unknownRecord(service, 'connection report');
}

/** Devices have their names for user tokens only (API manual). */
function shownTo(level: 'user' | 'company', record: ConnectionReport): ConnectionReport {
	const { devicename, ...rest } = record;
	return level === 'company' && devicename !== undefined ? rest : record;
}

/** One test for all filters but the dates; what was not asked for costs nothing. */
function matcherFor(query: ListQuery): (report: ConnectionReport) => boolean {
	const tests: Array<(report: ConnectionReport) => boolean> = [];
	const equal = (name: 'username' | 'userid' | 'devicename' | 'deviceid') => {
		const wanted = query[name];
		if (wanted !== undefined) tests.push((report) => report[name] === wanted);
	};
	equal('username');
	equal('userid');
	if (query.devicename === UNNAMED) tests.push(({ devicename }) => !devicename);
	else equal('devicename');
	equal('deviceid');
	const { groupid, has_code, session_code, support_session_type } = query;
	if (groupid === '0') tests.push((report) => report.groupid === undefined);
	else if (groupid !== undefined) tests.push((report) => report.groupid === groupid);
	if (has_code !== undefined) {
		tests.push((report) => (report.session_code !== undefined) === has_code);
	}
	if (session_code !== undefined) {
		const wanted = plainCode(session_code);
		tests.push((report) => plainCode(report.session_code ?? '') === wanted);
	}
	if (support_session_type !== undefined) {
		tests.push((report) => report.support_session_type === support_session_type);
	}
	return (report) => tests.every((test) => test(report));
}
