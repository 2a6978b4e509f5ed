import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { Contact } from '../company/types';
import { invalidRequest } from '../errors';
import { authorize } from './authorization';
import { groupForEntry } from './entryGroup';
import { form, readBody, readPath, readQuery, refuseQuery } from './input';
import { contains, equals, isOneOf } from './matching';
import type { ApiEnv, Service } from './service';
import { unknownRecord } from './unknownRecord';

const listQuery = z
	.object({
		name: form.text.optional(),
		online_state: form.onlineState.optional(),
		email: form.text.optional(),
		groupid: form.group.optional(),
		include_invitations: form.flag.default('false'),
	})
	.strict();

const createBody = z
	.object({
		email: form.email,
		groupid: form.group.optional(),
		groupname: form.text.optional(),
		description: z.string().optional(),
		invite: z.boolean().optional(),
		name: z.string().min(5).max(50).optional(),
	})
	.strict();

/** `/contacts`: people of the Computers & Contacts list. */
export function contactRoutes(service: Service): Hono<ApiEnv> {
	const { company } = service;
	const routes = new Hono<ApiEnv>();
	const allowed = (action: 'Create' | 'Read' | 'Delete') =>
		authorize(service, { oneOf: [`ContactList.${action}`], userOnly: true });

	routes.get('/', allowed('Read'), (context) => {
		const query = readQuery(context, listQuery);
		const contacts = company.contacts.filter(
			(contact: Contact) =>
				contains(contact.name, query.name) &&
				equals(contact.online_state, query.online_state) &&
				isOneOf(contact.email, query.email) &&
				equals(contact.groupid, query.groupid),
		);
		return context.json({
			contacts: query.email === undefined ? contacts.map(withoutEmail) : contacts,
			...(query.include_invitations ? { invitations: company.invitations } : {}),
		});
	});

	routes.post('/', allowed('Create'), async (context) => {
		const body = await readBody(context, createBody);
		const { email, invite = false } = body;
		const groupid = groupForEntry(service, body, context.get('token').userId);
		if (company.contacts.some((contact) => equals(contact.email, email))) {
			throw invalidRequest('The contact is already in one of your groups.');
		}
		const account = company.accountBehind(email);
		if (account === undefined && !invite) {
			throw invalidRequest(`There is no TeamViewer account with the address ${email}.`);
		}
		if (account === undefined) {
			company.invitations.push({ contact_id: company.newId('c'), groupid, email });
			throw invalidRequest(
				`The contact could not be added because ${email} has no TeamViewer account. An invitation was sent.`,
			);
		}
		const contact: Contact = {
			contact_id: company.newId('c'),
			user_id: account.id,
			name: account.name,
			email: account.email,
			groupid,
			description: body.description ?? '',
			online_state: 'Offline',
			supported_features: 'remote_control, videocall, chat, meeting',
		};
		company.contacts.push(contact);
		return context.json(withoutEmail(contact));
	});

	routes.get('/:id', allowed('Read'), (context) => {
		refuseQuery(context);
		// One contact comes in a list as well (OpenAPI document).
		return context.json({ contacts: [withoutEmail(find(context))] });
	});

	routes.delete('/:id', allowed('Delete'), (context) => {
		refuseQuery(context);
		company.contacts.splice(company.contacts.indexOf(find(context)), 1);
		return context.body(null, 204);
	});

	return routes;

	function find(context: Context<ApiEnv>): Contact {
		const id = readPath(context, 'id', form.contact);
		const contact = company.contacts.find(({ contact_id }) => contact_id === id);
		if (contact === undefined) throw unknownRecord(service, 'contact');
		return contact;
	}
}

/** The address comes only where a list was filtered by it. */
function withoutEmail(contact: Contact): Contact {
	const shown = { ...contact };
	delete shown.email;
	return shown;
}
