import type { IDataObject } from 'n8n-workflow';

import { runPoll, tokenCredential } from '../../harness/engine';
import { interceptTeamViewer } from '../../harness/teamviewer';
import { createSandbox } from '../../sandbox';

describe('the trigger on sessions', () => {
	let sandbox: ReturnType<typeof createSandbox>;
	let restore: () => void;
	let staticData: IDataObject;
	let globalStaticData: IDataObject;

	beforeEach(() => {
		sandbox = createSandbox({ company: 'full' });
		restore = interceptTeamViewer(sandbox);
		staticData = {};
		globalStaticData = {};
	});
	afterEach(() => restore());

	const poll = async (triggerOn: string) => {
		sandbox.clearRequests();
		const items = await runPoll({
			credential: tokenCredential(sandbox.credentials.scriptToken),
			parameters: { triggerOn },
			staticData,
			globalStaticData,
		});
		staticData = JSON.parse(JSON.stringify(staticData)) as IDataObject;
		return items?.map(({ json }) => json.code) ?? null;
	};

	it('emits each session that is made, also one that is closed before the poll', async () => {
		expect(await poll('sessionCreated')).toBeNull();
		expect(await poll('sessionCreated')).toBeNull();
		expect(sandbox.requests).toHaveLength(1);
		const open = sandbox.addSession();
		const closed = sandbox.addSession();
		sandbox.closeSession(closed.code);
		expect((await poll('sessionCreated'))?.sort()).toEqual([open.code, closed.code].sort());
		expect(await poll('sessionCreated')).toBeNull();
	});

	it('emits each session that is closed, old or new, and again after it was reopened', async () => {
		const [old] = sandbox.company.sessions.filter(({ state }) => state === 'Open').slice(-1);
		expect(await poll('sessionClosed')).toBeNull();
		expect(await poll('sessionClosed')).toBeNull();
		expect(sandbox.requests).toHaveLength(2);
		sandbox.closeSession(String(old?.code));
		const short = sandbox.addSession();
		sandbox.closeSession(short.code);
		expect((await poll('sessionClosed'))?.sort()).toEqual([old?.code, short.code].sort());
		expect(await poll('sessionClosed')).toBeNull();
	});

	it('emits each customer who arrives, once per arrival', async () => {
		const session = sandbox.addSession({ online: false });
		expect(await poll('sessionOnline')).toBeNull();
		sandbox.setSessionOnline(session.code, true);
		expect(await poll('sessionOnline')).toEqual([session.code]);
		expect(await poll('sessionOnline')).toBeNull();
		expect(sandbox.requests).toHaveLength(1);
		sandbox.setSessionOnline(session.code, false);
		expect(await poll('sessionOnline')).toBeNull();
		sandbox.setSessionOnline(session.code, true);
		expect(await poll('sessionOnline')).toEqual([session.code]);
	});
});
