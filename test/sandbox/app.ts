import { Hono } from 'hono';
import { auditEventRoutes } from './api/auditEvents';
import { connectionReportRoutes } from './api/connectionReports';
import { deviceReportRoutes } from './api/deviceReports';
import { accountRoutes } from './api/account';
import { companyRoutes } from './api/company';
import { contactRoutes } from './api/contacts';
import { deviceRoutes } from './api/devices';
import { groupRoutes, groupsOfUserRoutes } from './api/groups';
import { managedDeviceRoutes } from './api/managed/devices';
import { managedGroupRoutes } from './api/managed/groups';
import { managerRoutes } from './api/managed/managers';
import { alarmRoutes } from './api/monitoring/alarms';
import { monitoringRoutes } from './api/monitoring/devices';
import { patchManagementRoutes } from './api/monitoring/patchManagement';
import { policyRoutes } from './api/policies';
import { roleRoutes } from './api/roles';
import { ssoDomainRoutes } from './api/ssoDomains';
import { userGroupRoutes } from './api/userGroups';
import { userRoutes } from './api/users';
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
/** Where a client of 2026 has to send people instead. */
export const ACCOUNT_HOST = 'account.teamviewer.com';
/** Where the Web API lives. */
export const API_HOST = 'webapi.teamviewer.com';
/** Every host the sandbox stands in for. */
export const TEAMVIEWER_HOSTS = [LOGIN_HOST, ACCOUNT_HOST, API_HOST] as const;

/** All hosts as one app: the host is the first part of the path that routes are matched against. */
export function teamViewerApp(service: Service, registered: RegisteredApp): Hono {
	const app = new Hono({
		getPath: (request) => {
			const { host, pathname } = new URL(request.url);
			return `/${host}${host === API_HOST ? plainPath(pathname) : pathname}`;
		},
	});
	const signIn = authorizeRoutes(service, registered);
	app.route(`/${LOGIN_HOST}`, signIn);
	app.route(`/${ACCOUNT_HOST}`, signIn);
	app.route(`/${API_HOST}/api/v1`, webApi(service, registered));
	app.notFound(() =>
		answerFor(new Refusal(404, 'not_found', 'There is nothing at this address.'), 'classic'),
	);
	app.onError((error) => answerFor(error, 'classic'));
	return app;
}

/** DELETE calls that take a list of what is to go as their body (TeamViewer's PowerShell module). */
const TAKES_A_LIST = /\/(members|managers|inclusion|exclusion)\/?$/i;

/** Paths are read without case, as live clients spell them in several; ids, which have digits, stay as they are. */
function plainPath(path: string): string {
	return path
		.replace(/\/$/, '')
		.split('/')
		.map((part) => (/\d/.test(part) && part !== 'oauth2' ? part : part.toLowerCase()))
		.join('/');
}

function webApi(service: Service, registered: RegisteredApp): Hono<ApiEnv> {
	const api = new Hono<ApiEnv>();
	api.use(async (context, next) => {
		const { method, path } = context.req;
		const bodiless = method === 'GET' || (method === 'DELETE' && !TAKES_A_LIST.test(path));
		if (bodiless && Number(context.req.header('Content-Length') ?? 0) > 0) {
			throw invalidRequest('GET and DELETE take their parameters from the query, not from a body.');
		}
		await next();
	});
	api.route('/ping', pingRoutes(service));
	api.route('/oauth2', tokenRoutes(service, registered));
	api.route('/account', accountRoutes(service));
	api.route('/company', companyRoutes(service));
	api.route('/users/:owner/groups', groupsOfUserRoutes(service));
	api.route('/users', userRoutes(service));
	api.route('/usergroups', userGroupRoutes(service));
	api.route('/userroles', roleRoutes(service));
	api.route('/groups', groupRoutes(service));
	api.route('/contacts', contactRoutes(service));
	api.route('/devices', deviceRoutes(service));
	api.route('/sessions', sessionRoutes(service));
	api.route('/reports/connections', connectionReportRoutes(service));
	api.route('/reports/connections', recordingRoutes(service));
	api.route('/reports/devices', deviceReportRoutes(service));
	api.route('/managed/devices/:id/managers', managerRoutes(service, 'device'));
	api.route('/managed/devices', managedDeviceRoutes(service));
	api.route('/managed/groups/:id/managers', managerRoutes(service, 'group'));
	api.route('/managed/groups', managedGroupRoutes(service));
	api.route('/teamviewerpolicies', policyRoutes(service));
	api.route('/ssodomain', ssoDomainRoutes(service));
	api.route('/monitoring/alarms', alarmRoutes(service));
	api.route('/monitoring', monitoringRoutes(service));
	api.route('/patchmanagement', patchManagementRoutes(service));
	api.route('/eventlogging', auditEventRoutes(service));
	return api;
}
