import { createSandbox, type SandboxOptions } from '../sandbox';
import { Api } from './api';
import { find, type Fact, type Question } from './fact';
import { FACTS } from './facts';

const facts = FACTS.filter((entry): entry is Fact => 'claim' in entry);
const questions = FACTS.filter((entry): entry is Question => 'question' in entry);
const apiOf = (options?: SandboxOptions) => {
	const sandbox = createSandbox(options);
	return { sandbox, api: new Api(sandbox.fetch, sandbox.credentials.userToken) };
};

describe('In the sandbox', () => {
	const { sandbox, api } = apiOf();
	sandbox.expireSession(sandbox.addSession().code);

	it.each(facts)('$claim ($source)', async (fact) => {
		expect(await find(api, fact)).toEqual({
			text: fact.claim,
			source: fact.source,
			outcome: 'held',
		});
	});

	it.each(questions)('$question ($source)', async (question) => {
		const finding = await find(api, question);
		expect(finding.outcome).toBe('answered');
		expect(finding.detail).toBeTruthy();
	});
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
});

describe('A fact that does not hold', () => {
	it('is told with what was seen', async () => {
		const { sandbox, api } = apiOf();
		sandbox.faults.failEvery({ path: /ping/, status: 200, body: { token_valid: 'yes' } });
		const ping = facts.find(({ claim }) =>
			claim.startsWith('GET /ping answers 200 with token_valid true'),
		);
		expect(await find(api, ping as Fact)).toMatchObject({
			outcome: 'differs',
			detail: '200 {"token_valid":"yes"}',
		});
	});

	it('cannot be told where the token may not look, which is not the same', async () => {
		const { sandbox } = apiOf();
		const api = new Api(sandbox.fetch, sandbox.credentials.limitedToken(['Account.Read']));
		for (const fact of facts) expect((await find(api, fact)).outcome).not.toBe('differs');
	});
});

it('Reading facts change nothing', async () => {
	const { sandbox, api } = apiOf();
	for (const entry of FACTS) if (!entry.writes) await find(api, entry);
	const methods = sandbox.requests.map(({ method, path }) => `${method} ${path.split('/')[3]}`);
	expect([...new Set(methods)].filter((method) => !method.startsWith('GET'))).toEqual([
		'POST EventLogging',
	]);
	expect(sandbox.requests.length).toBeLessThan(60);
});
