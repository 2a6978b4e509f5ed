import { createSandbox, type SandboxOptions } from '../sandbox';
import { Api } from './api';
import { find, type Fact, type Question } from './fact';
import { FACTS } from './facts';

const facts = FACTS.filter((entry): entry is Fact => 'claim' in entry);
const questions = FACTS.filter((entry): entry is Question => 'question' in entry);
/** Only a token whose calls are used up tells these: see quota.test.ts. */
const isOfRefusals = ({ question }: Question) => /refused (when|calls)/.test(question);

const apiOf = (options?: SandboxOptions) => {
	const sandbox = createSandbox(options);
	return { sandbox, api: new Api(sandbox.fetch, sandbox.credentials.userToken) };
};

describe('In the sandbox', () => {
	const { sandbox, api } = apiOf();
	sandbox.expireSession(sandbox.addSession().code);
	sandbox.addRecording(sandbox.addReport().id);

	it.each(facts)('$claim ($source)', async (fact) => {
		expect(await find(api, fact)).toEqual({
			text: fact.claim,
			source: fact.source,
			outcome: 'held',
		});
	});

	it.each(questions.filter((entry) => !isOfRefusals(entry)))(
		'$question ($source)',
		async (question) => {
			const finding = await find(api, question);
			expect(finding.outcome).toBe('answered');
			expect(finding.detail).toBeTruthy();
		},
	);
});

describe('A probe tells one TeamViewer from another', () => {
	const answerTo = async (start: string, options: SandboxOptions) => {
		const entry = FACTS.find((candidate) =>
			('claim' in candidate ? candidate.claim : candidate.question).startsWith(start),
		);
		if (!entry) throw new Error(`There is no probe '${start}'`);
		return (await find(apiOf(options).api, entry)).detail;
	};

	it('that compares to_date with the end from one that compares it with the start', async () => {
		const question = 'Is to_date compared';
		expect(await answerTo(question, { toDateMeans: 'end' })).toBe('end');
		expect(await answerTo(question, { toDateMeans: 'start' })).toBe('start');
	});

	it('that answers 400 for what it does not know from one that answers 404', async () => {
		const question = 'How is a report that does not exist';
		expect(await answerTo(question, { unknownRecordStatus: 400 })).toMatch(/^400/);
		expect(await answerTo(question, { unknownRecordStatus: 404 })).toMatch(/^404/);
	});

	it('that closes a session on DELETE from one that erases it', async () => {
		const question = 'Does DELETE of a session';
		expect(await answerTo(question, { sessionDeletion: 'closes' })).toBe('204, then Closed');
		expect(await answerTo(question, { sessionDeletion: 'erases' })).toMatch(/^204, then 400/);
	});

	it('that lists bare what another one wraps', async () => {
		const question = 'Do monitored devices come';
		expect(await answerTo(question, {})).toBe('list');
		expect(await answerTo(question, { dialect: { wrapping: 'other' } })).toBe('object');
	});

	it('that spells keys in another case', async () => {
		const question = 'In which case are the keys';
		expect(await answerTo(question, {})).toContain('/userroles: Id Name');
		const other = await answerTo(question, { dialect: { keys: 'otherCase' } });
		expect(other).toContain('/userroles: id name');
	});
});

describe('A fact that does not hold', () => {
	const factOf = (start: string) => facts.find(({ claim }) => claim.startsWith(start)) as Fact;

	it('is told with what was seen', async () => {
		const { sandbox, api } = apiOf();
		sandbox.faults.failEvery({ path: /ping/, status: 200, body: { token_valid: 'yes' } });
		const ping = factOf('GET /ping answers 200 with token_valid true');
		expect(await find(api, ping)).toMatchObject({
			outcome: 'differs',
			detail: '200 {"token_valid":"yes"}',
		});
	});

	it('is told where a list has another form', async () => {
		const { sandbox, api } = apiOf();
		sandbox.faults.failEvery({ path: /usergroups$/, status: 200, body: { items: [] } });
		expect(await find(api, factOf('User groups have a number'))).toMatchObject({
			outcome: 'differs',
			detail: "GET /usergroups has no list 'resources'",
		});
	});

	it('is told by the kind of a field, not by its value', async () => {
		const { sandbox, api } = apiOf();
		const resources = [{ id: '1204512', name: 'Night shift' }];
		sandbox.faults.failEvery({ path: /usergroups$/, status: 200, body: { resources } });
		const { detail } = await find(api, factOf('User groups have a number'));
		expect(detail).toBe('id is text');
	});

	it('cannot be told where the token may not look, which is not the same', async () => {
		const { sandbox } = apiOf();
		const api = new Api(sandbox.fetch, sandbox.credentials.limitedToken(['Account.Read'], []));
		for (const fact of facts) {
			const { outcome, detail = '' } = await find(api, fact);
			expect(outcome).not.toBe('differs');
			expect(detail).not.toContain('failed');
		}
	});

	it('cannot be told where the connection breaks, and the others are still looked at', async () => {
		const { sandbox } = apiOf();
		const broken = new Api(
			async () => await Promise.reject(new Error('socket hang up')),
			sandbox.credentials.userToken,
		);
		expect(await find(broken, factOf('GET /ping'))).toMatchObject({
			outcome: 'untold',
			detail: 'the probe failed: socket hang up',
		});
	});
});
