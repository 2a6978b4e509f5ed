import { tokenCredential } from '../../harness/engine';
import { jsonOf, locator, nestedFields, workbench } from '../../harness/workbench';

const { sandbox, run, fail, sent } = workbench();
const { company } = sandbox;
const [group] = company.groups as [{ id: string; name: string }];
const byId = locator('id', group.id);
const ACQUAINTANCES = company.acquaintances as Array<{ id: string; name: string; email: string }>;
const linkTo = (id: unknown) =>
	`https://start.teamviewer.com/contact/${String(id)}/authorization/prompt/mode/control`;

/** A contact as TeamViewer sends it where no list was filtered by the address. */
const withoutEmail = (contact: object) => ({ ...contact, email: undefined });

/** Somebody who has an account and is in no group yet. */
let met = 0;
const stranger = () => ACQUAINTANCES[met++] as { id: string; name: string; email: string };

describe('Create contact', () => {
	it('sends address and group, and gives the contact with a link to connect', async () => {
		const { email, id, name } = stranger();
		const { items } = await run('contact', 'create', { email: ` ${email} `, group: byId });
		expect(sent()).toEqual([
			{ method: 'POST', path: '/contacts', body: { email, groupid: group.id } },
		]);
		const contactId = items[0]?.json.contact_id;
		expect(items).toMatchObject([
			{
				json: { user_id: id, name, groupid: group.id, connect_link: linkTo(contactId) },
				pairedItem: { item: 0 },
			},
		]);
		expect(Object.keys(items[0]?.json ?? {}).length).toBeLessThanOrEqual(10);
		expect(nestedFields(items[0])).toEqual([]);
	});

	it("sends every field, the description untouched, and gives TeamViewer's own answer with Simplify off", async () => {
		const { email } = stranger();
		const { items } = await run('contact', 'create', {
			email,
			group: locator('name', 'Walk-in customers'),
			simplify: false,
			additionalFields: { description: ' Calls back. ', invite: false },
		});
		expect(sent()[0]?.body).toEqual({
			...{ email, groupname: 'Walk-in customers' },
			...{ description: ' Calls back. ', invite: false },
		});
		expect(jsonOf(items)).toEqual([withoutEmail(company.contacts.at(-1) as object)]);
	});

	it('does not tell to try again where TeamViewer answers with no contact: one may be there', async () => {
		sandbox.faults.add({ method: 'POST', path: /contacts/, status: 200, body: { contacts: [] } });
		const { email } = stranger();
		const { description } = await fail('contact', 'create', { email, group: byId });
		expect(description).toMatch(/^It is not known whether TeamViewer carried the request out/);
	});

	it('leaves out what was added and left empty', async () => {
		const { email } = stranger();
		await run('contact', 'create', {
			email,
			group: byId,
			additionalFields: { description: '', invite: '' },
		});
		expect(sent()[0]?.body).toEqual({ email, groupid: group.id });
	});

	it('tells of an invitation as a success, in TeamViewer’s words, and never sends it again', async () => {
		const email = 'robin@example.org';
		const { items, hints } = await run('contact', 'create', {
			email,
			group: byId,
			additionalFields: { invite: true },
		});
		expect(jsonOf(items)).toEqual([
			{
				email,
				invited: true,
				message: `The contact could not be added because ${email} has no TeamViewer account. An invitation was sent.`,
			},
		]);
		expect(hints).toEqual([]);
		expect(sent()).toHaveLength(1);
		expect(company.invitations.filter((invitation) => invitation.email === email)).toHaveLength(1);
	});

	it.each([
		'The contact could not be added, but an invitation has been sent.',
		'Could not add the contact; the user was invited to create an account',
		'No account found. We have sent an invitation to this address.',
	])('understands %j as an invitation too', async (words) => {
		sandbox.faults.add({
			status: 400,
			body: { error: 'invalid_request', error_description: words },
		});
		const { items } = await run('contact', 'create', {
			email: 'robin@example.org',
			group: byId,
			additionalFields: { invite: true },
		});
		expect(jsonOf(items)).toEqual([{ email: 'robin@example.org', invited: true, message: words }]);
		expect(sent()).toHaveLength(1);
	});

	it.each([
		['The contact is already in one of your groups.', true],
		['The invitation could not be sent.', true],
		['No invitation was sent: the group is read only.', true],
		['An invitation was sent.', false],
	])('takes %j for the error that it is (Invite: %s)', async (words, invite) => {
		sandbox.faults.add({
			status: 400,
			body: { error: 'invalid_request', error_description: words },
		});
		const error = await fail('contact', 'create', {
			email: 'robin@example.org',
			group: byId,
			additionalFields: { invite },
		});
		expect(error.message).toBe(`TeamViewer refused the request: ${words}`);
		expect(sent()).toHaveLength(1);
	});

	it('fails for an address without an account where nobody is to be invited', async () => {
		const error = await fail('contact', 'create', { email: 'kim@example.org', group: byId });
		expect(error.message).toContain('There is no TeamViewer account');
	});

	it('waits and tries again where TeamViewer was only too busy', async () => {
		sandbox.faults.rateLimit({ retryAfter: 0 });
		const { items } = await run('contact', 'create', {
			email: 'lee@example.org',
			group: byId,
			additionalFields: { invite: true },
		});
		expect(items[0]?.json.invited).toBe(true);
		expect(sent()).toHaveLength(2);
	});

	it('pairs each result with its item, and goes on after a bad one', async () => {
		const [, one, other] = company.users as Array<{ id: string; email: string }>;
		const { items } = await run(
			'contact',
			'create',
			{ email: '={{ $json.email }}', group: byId },
			{
				items: [{ email: one?.email }, { email: 'nathan' }, { email: other?.email }],
				continueOnFail: true,
			},
		);
		expect(items).toMatchObject([
			{ json: { user_id: one?.id }, pairedItem: { item: 0 } },
			{
				json: { error: '\'Email\' is "nathan", which is not an email address' },
				pairedItem: { item: 1 },
			},
			{ json: { user_id: other?.id }, pairedItem: { item: 2 } },
		]);
	});

	it.each<[string, object, string]>([
		['no address', { email: ' ', group: byId }, "'Email' is empty"],
		['no group', { email: 'a@example.com' }, "'Group' is empty"],
		[
			'a group that is none',
			{ email: 'a@example.com', group: locator('id', '../users') },
			'\'Group\' is "../users", which is not the ID of a group',
		],
		[
			'a switch that is none',
			{ email: 'a@example.com', group: byId, additionalFields: { invite: 'perhaps' } },
			"'Invite' must be true or false",
		],
	])('refuses %s before any request', async (_, parameters, message) => {
		const error = await fail('contact', 'create', parameters as never);
		expect(error.message).toBe(message);
		expect(error.description).toBeTruthy();
		expect(sent()).toEqual([]);
	});
});

describe('Get contact', () => {
	const contact = company.contacts[0] as { contact_id: string };

	it('takes the one contact out of the list that TeamViewer sends', async () => {
		const { items } = await run('contact', 'get', {
			contact: locator('id', contact.contact_id),
			simplify: false,
		});
		expect(sent()).toEqual([{ method: 'GET', path: `/contacts/${contact.contact_id}` }]);
		expect(jsonOf(items)).toEqual([withoutEmail(contact)]);
	});

	it('understands a contact that comes by itself, and the ID without its letter', async () => {
		sandbox.faults.add({ status: 200, body: contact });
		const { items } = await run('contact', 'get', {
			contact: locator('id', contact.contact_id.slice(1)),
		});
		expect(sent()[0]?.path).toBe(`/contacts/${contact.contact_id}`);
		expect(items[0]?.json).toMatchObject({ connect_link: linkTo(contact.contact_id) });
		expect(Object.keys(items[0]?.json ?? {}).length).toBeLessThanOrEqual(10);
		expect(items[0]?.json).not.toHaveProperty('supported_features');
	});

	it('says which contact TeamViewer does not know', async () => {
		const error = await fail('contact', 'get', { contact: locator('id', 'c1') });
		expect(error.description).toContain('contact c1');
	});
});

describe('Delete contact', () => {
	it('deletes it and says so', async () => {
		const contact = company.contacts.at(-1) as { contact_id: string };
		const { items } = await run('contact', 'delete', {
			contact: locator('list', contact.contact_id),
		});
		expect(sent()).toEqual([{ method: 'DELETE', path: `/contacts/${contact.contact_id}` }]);
		expect(items).toEqual([{ json: { deleted: true }, pairedItem: { item: 0 } }]);
		expect(company.contacts).not.toContain(contact);
	});
});

describe('A contact', () => {
	it.each(['', ' ', '..', '../users', 'c1/../../users', '%2e%2e', 'c1?x=1', 'ｃ1'])(
		'is not looked for under %j',
		async (id) => {
			for (const operation of ['get', 'delete']) {
				const error = await fail('contact', operation, { contact: locator('id', id) });
				expect(error.message).toMatch(/^'Contact' is /);
			}
			expect(sent()).toEqual([]);
		},
	);

	it.each<[string, string, object]>([
		['create', 'ContactList.Create', { email: 'a@example.com', group: byId }],
		['delete', 'ContactList.Delete', { contact: locator('id', 'c1') }],
		['get', 'ContactList.Read', { contact: locator('id', 'c1') }],
	])(
		'tells on %s that %s is missing, and that a company token does not do',
		async (operation, scope, given) => {
			const credential = tokenCredential(sandbox.credentials.limitedToken(['Account.Read']));
			const error = await fail('contact', operation, given as never, { credential });
			expect(error.message).toMatch(
				/^The TeamViewer token lacks a permission: Computers & Contacts: \w+ entries \(/,
			);
			expect(error.message).toContain(`(${scope})`);
			expect(error.description).toContain('does not work with a company token');
		},
	);
});
