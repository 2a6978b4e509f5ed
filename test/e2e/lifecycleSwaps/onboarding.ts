import type { WorkflowFile } from '../../n8n/workflows';
import { accountNumber } from '../../sandbox/company/ids';
import {
	deleteNode,
	foreignNode,
	putAfter,
	putBefore,
	putInPlaceOf,
	told,
	withFields,
	type NewNode,
} from '../examples/swap';
import { webhook } from '../examples/webhook';
import type { SwapStage } from './SwapStage';

export function onboardingSwaps(stage: () => SwapStage): void {
	describe('with its form', () => {
		afterAll(async () => await stage().examples.putAway('onboarding'));

		test('tells by email who is there, before the form shows its last page', async () => {
			const email = await told('onboarding');
			await stage().examples.import('onboarding', (workflow) =>
				putAfter(workflow, 'Share group', foreignNode('Send Email', email)),
			);
			await stage().examples.publish('onboarding');
			const ida = { Name: 'Ida Newcomer', Email: 'ida.newcomer@example.com' };
			const page = await stage().visitor.fillIn(
				'teamviewer-onboarding',
				[{ answers: { ...ida, Team: 'First level', Role: 'Dispatcher' }, button: 'Create user' }],
				'The user is ready',
			);
			expect(page).toContain('Ida Newcomer is in the user group First level');
			expect(await stage().examples.given('onboarding', 'Send Email')).toEqual([
				expect.objectContaining({ name: 'Ida Newcomer' }),
			]);
		});
	});

	describe('without its form', () => {
		/** What knows of new colleagues gives several at a time, in fields of its own. */
		const onboard = async (...people: Array<[name: string, email: string, role: string]>) => {
			const fields = people.map(([fullName, mail, job]) => ({ fullName, mail, job }));
			return await stage().send('new-colleagues', { people: fields });
		};

		beforeAll(async () => {
			const email = await told('onboarding');
			await stage().examples.import('onboarding', (workflow) =>
				onboardingFromList(workflow, 'new-colleagues', email),
			);
			await stage().examples.publish('onboarding');
		});

		test('creates everybody of a list of another system, and tells by email who is there', async () => {
			const answer = await onboard(
				['Ada Newcomer', 'ada.newcomer@example.com', 'Dispatcher'],
				['Bea Newcomer', 'bea.newcomer@example.com', 'Supporter'],
			);
			expect(JSON.parse(answer)).toEqual([
				expect.objectContaining({ name: 'Ada Newcomer' }),
				expect.objectContaining({ name: 'Bea Newcomer' }),
			]);
			const got = ['ada', 'bea'].map((first) => {
				const id = stage().userOf(`${first}.newcomer@example.com`)?.id ?? '';
				const team = stage().sandbox.company.userGroups.find(({ members }) =>
					members.includes(accountNumber(id)),
				);
				const [role = ''] = stage().sandbox.company.roles.ofUser.get(id) ?? [];
				const shared = stage().sandbox.company.storedGroups.find(({ shares }) =>
					shares.some(({ userid }) => userid === id),
				);
				return [team?.name, stage().sandbox.company.roles.find(role)?.name, shared?.name];
			});
			expect(got).toEqual([
				['First level', 'Dispatcher', 'Internal'],
				['First level', 'Supporter', 'Internal'],
			]);
		});

		test('creates nobody with a role that TeamViewer does not have', async () => {
			await onboard(['Cy Newcomer', 'cy.newcomer@example.com', 'Astronaut']);
			expect(stage().userOf('cy.newcomer@example.com')).toBeUndefined();
		});
	});
}

/** The onboarding without its form: it takes a list of people from another system and sends an email of each. */
function onboardingFromList(
	workflow: WorkflowFile,
	path: string,
	email: Record<string, string>,
): WorkflowFile {
	let changed = putInPlaceOf(workflow, 'New colleague', webhook(path, 'lastNode'));
	changed = putBefore(changed, 'Person', ROWS);
	changed = putAfter(changed, 'Share group', foreignNode('Send Email', email));
	changed = withFields(changed, 'Person', {
		name: '={{ $json.fullName }}',
		email: '={{ $json.mail }}',
		user_group: 'First level',
		role: '={{ $json.job }}',
		shared_group: 'Internal',
		language: 'en',
	});
	return LAST_PAGES.reduce(deleteNode, changed);
}

/** One item a row, as a node gives them that reads a sheet. */
const ROWS: NewNode = {
	name: 'Rows',
	type: 'n8n-nodes-base.splitOut',
	typeVersion: 1,
	parameters: { fieldToSplitOut: 'body.people', options: {} },
};

const LAST_PAGES = [
	'User is ready',
	'Nothing was created',
	'User was not created',
	'Not everything was done',
];
