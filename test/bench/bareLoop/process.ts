/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a process of its own, on a developer's machine */
import type { BareJob } from './index';

const API = 'https://webapi.teamviewer.com/api/v1';
const headers = {
	Authorization: `Bearer ${process.env.BENCH_TOKEN}`,
	'Content-Type': 'application/json',
};

interface ReportPage {
	records: unknown[];
	next_offset?: string;
}

/** As little as it takes to have every report: one page after the other. */
async function readReports(): Promise<unknown[]> {
	const reports: unknown[] = [];
	let query = '';
	for (;;) {
		const answer = await fetch(`${API}/reports/connections${query}`, { headers });
		const { records, next_offset: next } = (await answer.json()) as ReportPage;
		for (const record of records) reports.push(record);
		if (next === undefined) return reports;
		query = `?offset_id=${next}`;
	}
}

async function createSessions(count: number, groupid: string): Promise<unknown[]> {
	const sessions: unknown[] = [];
	for (let index = 0; index < count; index++) {
		const body = JSON.stringify({
			groupid,
			description: `Printer ${index} does not print`,
			end_customer: { name: `Customer ${index}` },
		});
		const answer = await fetch(`${API}/sessions`, { method: 'POST', headers, body });
		sessions.push(await answer.json());
	}
	return sessions;
}

process.on('message', (job: BareJob) => {
	void (async () => {
		const started = performance.now();
		const got = await ('sessions' in job
			? createSessions(job.sessions, job.groupId)
			: readReports());
		process.send?.({ ms: performance.now() - started, count: got.length });
	})();
});
process.send?.({});
