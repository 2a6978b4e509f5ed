import { Hono } from 'hono';
import { z } from 'zod';
import type { DeviceReport } from '../company/types';
import { authorize } from './authorization';
import { jsonText, listJson, pageOf } from './reportPages';
import { form, readQuery } from './input';
import type { ApiEnv, Service } from './service';

const listQuery = z
	.object({
		originid: form.teamViewerId.optional(),
		targetid: form.teamViewerId.optional(),
		userid: form.user.optional(),
		from_date: form.date.optional(),
		to_date: form.date.optional(),
		offset_id: form.guid.optional(),
	})
	.strict();

/** `/reports/devices`: incoming connections. */
export function deviceReportRoutes(service: Service): Hono<ApiEnv> {
	const routes = new Hono<ApiEnv>();
	routes.get('/', authorize(service, { oneOf: ['Connections.Read'] }), (context) => {
		const query = readQuery(context, listQuery);
		const page = pageOf(service.company.deviceReportShelf, {
			offsetId: query.offset_id,
			pageSize: service.pageSize.reports,
			from: query.from_date,
			to: query.to_date,
			toDateMeans: service.toDateMeans,
			matches: (report: DeviceReport) =>
				(query.originid === undefined || report.originid === query.originid) &&
				(query.targetid === undefined || report.targetid === query.targetid) &&
				(query.userid === undefined || report.userid === query.userid),
		});
		return jsonText(listJson(page));
	});
	return routes;
}
