import { itemsOf, jsonOf } from '../../n8n/executions';
import { waitFor } from '../../n8n/waiting';
import type { WorkflowFile } from '../../n8n/workflows';
import { accountNumber } from '../../sandbox/company/ids';
import { linkIn } from '../examples/mailbox';
import {
	deleteNode,
	foreignNode,
	putBefore,
	putInPlaceOf,
	told,
	withFields,
	withParameters,
	type NewNode,
} from '../examples/swap';
import { webhook } from '../examples/webhook';
import type { SwapStage } from './SwapStage';

export function offboardingSwaps(stage: () => SwapStage): void {
	describe('with its form', () => {
		afterAll(async () => await stage().examples.putAway('offboarding'));

		test('tells IT who has left, before the form shows its last page', async () => {
			const forIt = await told('offboarding');
			await stage().examples.import('offboarding', (workflow) =>
				putBefore(workflow, 'User is deleted', foreignNode('Jira', forIt)),
			);
			await stage().examples.publish('offboarding');
			const email = 'flo.leaver@example.com';
			stage().sandbox.addUser({ name: 'Flo Leaver', email });
			await stage().visitor.fillIn(
				'teamviewer-offboarding',
				[
					{
						answers: { Email: email, Afterwards: 'Delete the user from the company' },
						button: 'Find the user',
					},
					{
						answers: { [`Take everything away from Flo Leaver (${email})?`]: 'Yes' },
						button: 'Continue',
					},
				],
				'The user is deleted',
			);
			expect(stage().userOf(email)).toBeUndefined();
			expect(await stage().examples.given('offboarding', 'Jira')).toEqual([
				expect.objectContaining({ name: 'Flo Leaver' }),
			]);
		});
	});

	describe('without its form', () => {
		beforeAll(async () => {
			const { port } = stage().mailbox;
			const withoutSecrets = { user: '', password: '', secure: false, disableStartTls: true };
			await stage().examples.addCredential({
				...SMTP_CREDENTIAL,
				data: { host: '127.0.0.1', port, ...withoutSecrets },
			});
			const forIt = await told('offboarding');
			await stage().examples.import('offboarding', (workflow) =>
				offboardingByEmail(workflow, 'hr-system', forIt),
			);
			await stage().examples.publish('offboarding');
		});

		/** Somebody leaves, says the HR system; whoever is asked by email follows this link. */
		const leave = async (email: string, decision: 'true' | 'false') => {
			const before = stage().mailbox.mails.length;
			await stage().send('hr-system', { mail: email });
			const mail = await waitFor(() => stage().mailbox.mails[before], {
				for: 'the email that asks',
			});
			await waitFor(
				async () => {
					const answer = await fetch(linkIn(mail, `approved=${decision}`), {
						headers: {
							connection: 'close',
							'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0',
						},
					});
					// The email is there a moment before n8n waits for its link, sooner than anybody can read.
					return answer.ok ? answer : undefined;
				},
				{ for: 'the link to be taken' },
			);
			return { mail, execution: await stage().examples.triggered('offboarding') };
		};

		test('changes nothing of whom the HR system names, when that is declined by email', async () => {
			const user = stage().sandbox.addUser({ name: 'Bo Stayer', email: 'bo.stayer@example.com' });
			const { mail } = await leave(user.email ?? '', 'false');
			expect(mail).toContain('Does Bo Stayer leave?');
			expect(stage().userOf('bo.stayer@example.com')?.active).toBe(true);
		});

		test('takes everything away and deletes the user when it is approved by email, and tells IT', async () => {
			const user = stage().sandbox.addUser({ name: 'Dee Leaver', email: 'dee.leaver@example.com' });
			const [team] = stage().sandbox.company.userGroups;
			team?.members.push(accountNumber(user.id));
			const { execution } = await leave(user.email ?? '', 'true');
			expect(stage().userOf('dee.leaver@example.com')).toBeUndefined();
			expect(itemsOf(execution, 'Take out of user group')).toHaveLength(1);
			expect(jsonOf(execution, 'Jira')).toEqual([expect.objectContaining({ name: 'Dee Leaver' })]);
		});
	});
}

/** The credential of the mail server, by the name that n8n gives it. */
const SMTP_CREDENTIAL = { name: 'SMTP account', type: 'smtp' };

/** The offboarding without its form: an HR system says who leaves, somebody approves by email, and IT is told. */
function offboardingByEmail(
	workflow: WorkflowFile,
	path: string,
	forIt: Record<string, string>,
): WorkflowFile {
	let changed = putInPlaceOf(workflow, 'Colleague leaves', webhook(path, 'onReceived'));
	changed = withFields(changed, 'Leaving', {
		email: '={{ $json.body.mail }}',
		then: 'Delete the user from the company',
	});
	changed = putInPlaceOf(changed, 'Is this right?', ASK);
	changed = withParameters(changed, 'Confirmed?', {
		conditions: {
			options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 3 },
			combinator: 'and',
			conditions: [
				{
					id: 'approved',
					leftValue: `={{ $('${ASK.name}').first().json.data.approved }}`,
					rightValue: '',
					operator: { type: 'boolean', operation: 'true', singleValue: true },
				},
			],
		},
	});
	changed = putBefore(changed, 'User is deleted', foreignNode('Jira', forIt));
	return LAST_PAGES.reduce(deleteNode, changed);
}

const ASK: NewNode = {
	// A part of the address that the buttons open.
	id: 'ask-by-email',
	name: 'Send message and wait for response',
	type: 'n8n-nodes-base.emailSend',
	typeVersion: 2.1,
	webhookId: 'ask-by-email',
	credentials: { [SMTP_CREDENTIAL.type]: { id: null, name: SMTP_CREDENTIAL.name } },
	parameters: {
		operation: 'sendAndWait',
		fromEmail: 'n8n@example.com',
		toEmail: 'boss@example.com',
		subject: 'Is this right?',
		message: "=Does {{ $('Find the person').first().json.name }} leave?",
		approvalOptions: { values: { approvalType: 'double' } },
		options: {},
	},
};

const LAST_PAGES = [
	'Cannot begin',
	'Not this account',
	'Nothing was changed',
	'User is deleted',
	'User is deactivated',
];
