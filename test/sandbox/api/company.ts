import { Hono } from 'hono';
import { z } from 'zod';
import { authorize } from './authorization';
import { tell } from './deeds';
import { form, readBody, refuseQuery } from './input';
import type { ApiEnv, Service } from './service';

const updateBody = z.object({ name: form.text }).strict();

/** `/company`: for its administrators. */
export function companyRoutes(service: Service): Hono<ApiEnv> {
	const { company } = service;
	const { profile } = company;
	const routes = new Hono<ApiEnv>();
	const administrator = authorize(service, {
		permission: 'Company administration',
		administrator: true,
	});

	routes.get('/', administrator, (context) => {
		refuseQuery(context);
		return context.json(profile);
	});

	routes.put('/', administrator, async (context) => {
		const { name } = await readBody(context, updateBody);
		tell(context, service, {
			name: 'Company name changed',
			type: 'Company administration',
			affected: name,
			details: [{ property: 'Name', before: profile.companyName, after: name }],
		});
		profile.companyName = name;
		company.account.company_name = name;
		return context.body(null, 204);
	});

	// Deletes the company for good: nobody may ever send it. It is only written down here.
	routes.delete('/', administrator, (context) => {
		company.disasters.push('DELETE /company');
		return context.body(null, 204);
	});

	routes.get('/license', administrator, (context) => {
		refuseQuery(context);
		return context.json({ ...profile, available_licenses: company.licences });
	});

	return routes;
}
