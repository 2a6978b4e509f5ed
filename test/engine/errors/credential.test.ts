import { tokenCredential } from '../../harness/engine';
import { locator, workbench } from '../../harness/workbench';

const { sandbox, fail, run, search, sent } = workbench();
const group = locator('id', sandbox.company.groups[0]?.id ?? '');
const credential = (problem?: string) => ({
	...tokenCredential(sandbox.credentials.scriptToken),
	...(problem !== undefined && { unreadable: new Error(problem) }),
});

describe("A credential that n8n cannot give is told in n8n's own words, with what to do", () => {
	it.each([
		'Credential with ID "7" does not exist for type "teamViewerApi".',
		'Credentials could not be decrypted. The likely reason is that a different "encryptionKey" was used to encrypt the data.',
	])('%s', async (problem) => {
		const error = await fail('group', 'getAll', {}, { credential: credential(problem) });
		expect(error.message).toContain(problem);
		expect(error.description).toContain('choose a credential that exists');
		expect(sent()).toEqual([]);
	});

	it('when none was chosen', async () => {
		const error = await fail(
			'session',
			'create',
			{ group },
			{ credential: credential(), withoutCredential: true },
		);
		expect(error.message).toMatch(/Node does not have any credentials set/);
		expect(error.description).toContain('choose a credential that exists');
	});

	it('in a drop-down too', async () => {
		const outcome = await search('searchGroups', '', undefined, {
			credential: credential('Credential with ID "7" does not exist.'),
		}).catch((error: Error) => error);
		expect((outcome as Error).message).toContain('does not exist');
	});
});

it('A thousand items that fail read the credential a few times, not a thousand', async () => {
	const counted = credential();
	sandbox.faults.failEvery({ status: 400, body: { error: 'invalid_request' } });
	const { items } = await run(
		'session',
		'create',
		{ group },
		{
			credential: counted,
			continueOnFail: true,
			items: Array.from({ length: 1_000 }, () => ({})),
		},
	);
	expect(items).toHaveLength(1_000);
	expect(counted.reads).toBeLessThan(20);
});
