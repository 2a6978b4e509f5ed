import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { DeviceReport, Recording } from '../company/types';
import { authorize } from './authorization';
import { jsonText, listJson, pageOf } from './reportPages';
import { form, readPath, readQuery, refuseQuery } from './input';
import { existing, tellErrorsInTheNewerWay } from './newerErrors';
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

/** `/reports/devices`: incoming connections, and what was recorded of them: fewer kinds than of outgoing ones. */
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
				(query.originid === undefined || String(report.originid) === query.originid) &&
				(query.targetid === undefined || String(report.targetid) === query.targetid) &&
				(query.userid === undefined || report.userid === query.userid),
		});
		// No source shows how many remain here.
		return jsonText(listJson(page, false));
	});
	const mayReadRecordings = authorize(service, {
		oneOf: ['Connections.Read'],
		permission: 'Session Insights: view summaries',
		newer: true,
	});
	const recordings = new Hono<ApiEnv>();
	recordings.get('/ai-summary', mayReadRecordings, (context) =>
		context.json(existing(recordingOf(context).aiSummary)),
	);
	recordings.get('/chat-transcript', mayReadRecordings, (context) =>
		context.json(recordingOf(context).chat ?? []),
	);
	routes.route('/:id', tellErrorsInTheNewerWay(recordings));
	return routes;

	function recordingOf(context: Context<ApiEnv>): Recording {
		refuseQuery(context);
		const id = readPath(context, 'id', form.guid);
		existing(service.company.deviceReportShelf.find(id));
		return service.company.recordings.get(id.toUpperCase()) ?? {};
	}
}
