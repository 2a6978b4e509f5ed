import { runLoadOptions } from '../../harness/engine';
import { workbench } from '../../harness/workbench';

jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../../harness/noWaiting')>('../../harness/noWaiting')
		.n8nWorkflowWithoutWaiting(),
);

const { sandbox, credential, search, sent } = workbench({ company: 'full' });
const { company } = sandbox;
const options = async (method: string) =>
	await runLoadOptions(method, { credential, parameters: {} });
const ROLES = company.roles.roles
	.map(({ id, name }) => ({ name, value: id }))
	.sort((one, other) => one.name.localeCompare(other.name));

describe('The roles of a user', () => {
	it('are chosen from one list, by name', async () => {
		expect((await search('searchRoles')).results).toEqual(ROLES);
		expect(sent()).toEqual([{ method: 'GET', path: '/userroles' }]);
		expect((await search('searchRoles', 'TRAIN')).results).toEqual(
			ROLES.filter(({ name }) => name === 'Trainee'),
		);
	});

	it('are ticked several at a time, by name', async () => {
		expect(await options('getRoles')).toEqual(ROLES);
		expect(sent()).toEqual([{ method: 'GET', path: '/userroles' }]);
	});

	it('can be given by an expression where the list fails, which the drop-down says', async () => {
		sandbox.faults.failEvery({ path: /userroles/, status: 403, body: { error: 'no_scope' } });
		await expect(options('getRoles')).rejects.toMatchObject({
			description: expect.stringMatching(
				/^You can still give (them|IDs) by an expression\./,
			) as string,
		});
		await expect(search('searchRoles')).rejects.toMatchObject({
			description: expect.stringMatching(/^You can still choose By ID\./) as string,
		});
	});
});

describe('The single sign-on domain', () => {
	it('is chosen from the list of those that the user owns, by name', async () => {
		const [domain] = company.ssoDomains;
		expect((await search('searchSsoDomains')).results).toEqual([
			{ name: domain?.name, value: domain?.id },
		]);
		expect(sent()).toEqual([{ method: 'GET', path: '/ssoDomain' }]);
		expect((await search('searchSsoDomains', 'elsewhere')).results).toEqual([]);
	});
});
