import { Hono } from 'hono';
import { auditEventRoutes } from './api/auditEvents';
import { connectionReportRoutes } from './api/connectionReports';
import { deviceReportRoutes } from './api/deviceReports';
import { directoryRoutes } from './api/directory';
import { managedDeviceRoutes } from './api/managedDevices';
import { pingRoutes } from './api/ping';
import { recordingRoutes } from './api/recordings';
import type { ApiEnv, Service } from './api/service';
import { sessionRoutes } from './api/sessions';
import { answerFor, invalidRequest, Refusal } from './errors';
import type { RegisteredApp } from './oauth/RegisteredApp';
import { authorizeRoutes } from './oauth/authorizeRoutes';
import { tokenRoutes } from './oauth/tokenRoutes';

/** Where people sign in and let apps in. */
export const LOGIN_HOST = 'login.teamviewer.com';
/** Where the Web API lives. */
export const API_HOST = 'webapi.teamviewer.com';
/** Every host the sandbox stands in for. */
export const TEAMVIEWER_HOSTS = [LOGIN_HOST, API_HOST] as const;

/** Both hosts as one app: the host is the first part of the path that routes are matched against. */
export function teamViewerApp(service: Service, registered: RegisteredApp): Hono {
	const app = new Hono({
		getPath: (request) => {
			const { host, pathname } = new URL(request.url);
			return `/${host}${pathname}`;
		},
	});
	app.route(`/${LOGIN_HOST}`, authorizeRoutes(service, registered));
	app.route(`/${API_HOST}/api/v1`, webApi(service, registered));
	app.notFound(() =>
		answerFor(new Refusal(404, 'not_found', 'There is nothing at this address.'), 'classic'),
	);
	app.onError((error) => answerFor(error, 'classic'));
	return app;
}

function webApi(service: Service, registered: RegisteredApp): Hono<ApiEnv> {
	const api = new Hono<ApiEnv>();
	api.use(async (context, next) => {
		const bodiless = context.req.method === 'GET' || context.req.method === 'DELETE';
		if (bodiless && Number(context.req.header('Content-Length') ?? 0) > 0) {
			throw invalidRequest('GET and DELETE take their parameters from the query, not from a body.');
		}
		await next();
	});
	api.route('/ping', pingRoutes(service));
	api.route('/oauth2', tokenRoutes(service, registered));
	api.route('/sessions', sessionRoutes(service));
	api.route('/reports/connections', connectionReportRoutes(service));
	api.route('/reports/connections', recordingRoutes(service));
	api.route('/reports/devices', deviceReportRoutes(service));
	api.route('/managed/devices', managedDeviceRoutes(service));
	api.route('/EventLogging', auditEventRoutes(service));
	api.route('/', directoryRoutes(service));
	return api;
}
