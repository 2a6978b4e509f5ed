import { Hono } from 'hono';
import { z } from 'zod';
import type { Account } from '../company/types';
import { Refusal } from '../errors';
import type { Scope } from '../oauth/scopes';
import type { Token } from '../oauth/TokenOffice';
import { authorize, missingPermission } from './authorization';
import { tell } from './deeds';
import { form, readBody, refuseQuery } from './input';
import { LANGUAGES } from './languages';
import type { ApiEnv, Service } from './service';

const updateBody = z
	.object({
		name: z.string().min(5).max(50).optional(),
		email: form.email.optional(),
		password: z.string().min(6).optional(),
		oldpassword: z.string().optional(),
		email_language: z.enum(['auto', ...LANGUAGES]).optional(),
	})
	.strict()
	.refine((fields) => Object.keys(fields).length > 0, 'There is nothing to change.')
	.refine(
		({ password, oldpassword }) => (password === undefined) === (oldpassword === undefined),
		"Parameters 'password' and 'oldpassword' belong together.",
	);

/** `/account`: whoever the token belongs to. */
export function accountRoutes(service: Service): Hono<ApiEnv> {
	const { company } = service;
	const routes = new Hono<ApiEnv>();

	routes.get('/', authorize(service, { oneOf: ['Account.Read'], userOnly: true }), (context) => {
		refuseQuery(context);
		const token = context.get('token');
		const { email, ...account } = accountOf(service, token);
		return context.json(token.scopes.has('Account.ReadEmail') ? { ...account, email } : account);
	});

	routes.put('/', authorize(service, { userOnly: true }), async (context) => {
		const body = await readBody(context, updateBody);
		const token = context.get('token');
		if (!scopesFor(body).every((scope) => token.scopes.has(scope))) {
			throw missingPermission(service);
		}
		const { userId } = token;
		const old = company.accountPasswords.get(userId);
		if (body.oldpassword !== undefined && old !== undefined && old !== body.oldpassword) {
			throw new Refusal(400, 'wrong_credentials', 'The old password is wrong.');
		}
		if (body.password !== undefined) company.accountPasswords.set(userId, body.password);
		// A new address counts once it is confirmed (API manual).
		if (body.email !== undefined) company.pendingEmails.set(userId, body.email);
		const user = company.users.find(({ id }) => id === userId);
		if (body.name !== undefined && user !== undefined) company.renameUser(user, body.name);
		if (body.email_language !== undefined && userId === company.account.userid) {
			company.account.email_language = body.email_language;
		}
		tell(context, service, {
			name: 'Edit user properties',
			type: 'User profile',
			affected: user?.email ?? userId,
		});
		return context.body(null, 204);
	});

	return routes;
}

/** Each kind of change needs a permission of its own (API manual). */
function scopesFor(body: z.output<typeof updateBody>): Scope[] {
	const { email, password, name, email_language } = body;
	return [
		...(email === undefined ? [] : (['Account.ModifyEmail'] as const)),
		...(password === undefined ? [] : (['Account.ModifyPassword'] as const)),
		...(name === undefined && email_language === undefined ? [] : (['Account.Modify'] as const)),
	];
}

function accountOf({ company }: Service, { userId }: Token): Account {
	const { account } = company;
	if (userId === account.userid) return account;
	const user = company.users.find(({ id }) => id === userId);
	return { ...account, userid: userId, name: user?.name, email: user?.email };
}
