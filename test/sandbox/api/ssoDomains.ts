import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { SsoDomain, SsoList } from '../company/ssoDomains';
import { authorize } from './authorization';
import { tell } from './deeds';
import { form, readBody, readPath, readQuery, refuseQuery } from './input';
import { existing, tellErrorsInTheNewerWay } from './newerErrors';
import { pageAt } from './pagedLists';
import type { ApiEnv, Service } from './service';

const emailsBody = z.object({ emails: z.array(form.email).min(1).max(100) }).strict();
const emailsQuery = z.object({ ct: z.string().optional() }).strict();

/** `/ssodomain`: domains that sign in elsewhere, and who of them does or does not. */
export function ssoDomainRoutes(service: Service): Hono<ApiEnv> {
	const { ssoDomains } = service.company;
	const routes = new Hono<ApiEnv>();
	const mayView = authorize(service, {
		permission: 'Manage SSO domains: view details about domains',
		newer: true,
	});
	const mayEdit = authorize(service, {
		permission: 'Manage SSO domains: add and remove email inclusions and exclusions',
		newer: true,
	});

	// Pascal case in the list, snake case in the single answer (OpenAPI document).
	routes.get('/', mayView, (context) => {
		refuseQuery(context);
		return context.json({
			domains: ssoDomains.map(({ id, name }) => ({ DomainId: id, DomainName: name })),
		});
	});

	routes.get('/:id', mayView, (context) => {
		refuseQuery(context);
		const { id, name, details } = find(context);
		return context.json({ domain_id: id, domain_name: name, ...details });
	});

	for (const list of ['inclusion', 'exclusion'] as const) {
		routes.get(`/:id/${list}`, mayView, (context) => {
			const { ct } = readQuery(context, emailsQuery);
			const { page, next } = pageAt(find(context)[list], ct, service.pageSize.lists, 'ct');
			return context.json({ emails: page, continuation_token: next });
		});

		routes.post(`/:id/${list}`, mayEdit, async (context) => {
			const domain = find(context);
			const emails = await lowerCaseEmails(context);
			domain[list] = [...new Set([...domain[list], ...emails])];
			tellOf(context, 'added', domain, list, emails);
			return context.body(null, 204);
		});

		routes.delete(`/:id/${list}`, mayEdit, async (context) => {
			const domain = find(context);
			const emails = await lowerCaseEmails(context);
			domain[list] = domain[list].filter((email) => !emails.includes(email));
			tellOf(context, 'removed', domain, list, emails);
			return context.body(null, 204);
		});
	}

	return tellErrorsInTheNewerWay(routes);

	function find(context: Context<ApiEnv>): SsoDomain {
		const id = readPath(context, 'id', form.guid).toLowerCase();
		return existing(ssoDomains.find((domain) => domain.id === id));
	}

	function tellOf(
		context: Context<ApiEnv>,
		what: 'added' | 'removed',
		domain: SsoDomain,
		list: SsoList,
		emails: string[],
	): void {
		tell(context, service, {
			name: `Single sign on ${list} ${what}`,
			type: 'Single sign on management',
			affected: domain.name,
			details: emails.map((email) => ({
				property: 'Email',
				before: what === 'removed' ? email : null,
				after: what === 'added' ? email : null,
			})),
		});
	}
}

async function lowerCaseEmails(context: Context<ApiEnv>): Promise<string[]> {
	return (await readBody(context, emailsBody)).emails.map((email) => email.toLowerCase());
}
