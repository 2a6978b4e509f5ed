import type { Say } from '../n8n/runtime';
import { startBareLoop, type BareJob } from './bareLoop';
import { EventLog } from './eventLog';
import { saveJob, timeJob } from './jobs';
import type { Stage } from './stage';
import { inTurn } from './statistics';
import {
	createWithHttpRequest,
	createWithTeamViewer,
	readWithHttpRequest,
	readWithPlainLoop,
	readWithTeamViewer,
	type Job,
} from './workflows';

/** One job, done in several ways; medians in milliseconds. */
export interface TimeRow {
	job: string;
	latencyMs: number;
	teamViewer: number;
	httpRequest: number;
	/** Only where n8n's own part is what there is to tell: reading without a wait. */
	plainLoop?: number;
	bareLoop: number;
}

interface Case {
	job: string;
	latencyMs: number;
	rounds: number;
	bare: BareJob;
	teamViewer: Job;
	httpRequest: Job;
	plainLoop?: Job;
}

const SESSIONS = 200;

/** Reads reports and creates sessions, with and without a wait for each answer. */
export async function measureTimes(stage: Stage, quick: boolean, say: Say): Promise<TimeRow[]> {
	const { n8n, session, server, runtime, userFolder } = stage;
	const log = new EventLog(userFolder);
	const loop = await startBareLoop(runtime, server);
	const rows: TimeRow[] = [];
	try {
		for (const { job, latencyMs, rounds, bare, ...jobs } of cases(stage, quick)) {
			say(`${job}, ${latencyMs} ms …`);
			await server.set({ reports: 'reports' in bare ? bare.reports : 0, latencyMs });
			const teamViewer = await saveJob(session, jobs.teamViewer);
			const httpRequest = await saveJob(session, jobs.httpRequest);
			const plainLoop = jobs.plainLoop && (await saveJob(session, jobs.plainLoop));
			const contestants = {
				httpRequest: async () => await timeJob(session, log, httpRequest),
				teamViewer: async () => await timeJob(session, log, teamViewer),
				...(plainLoop && { plainLoop: async () => await timeJob(session, log, plainLoop) }),
				bareLoop: async () => await loop.time(bare),
			};
			// Code runs slower the first few times; that is measured by nobody.
			if (latencyMs === 0) await inTurn(1, contestants);
			rows.push({ job, latencyMs, ...(await inTurn(rounds, contestants)) });
		}
	} finally {
		loop.stop();
	}
	if (n8n.pid === undefined) throw new Error(`n8n ended by itself. Its log is ${n8n.logFile}`);
	return rows;
}

function cases(stage: Stage, quick: boolean): Case[] {
	const { teamViewer, bearer } = stage.credentials;
	const read = (reports: number, latencyMs: number, rounds: number, simplify = false): Case => ({
		job: `${reports.toLocaleString('en')} reports${simplify ? ', Simplify on' : ''}`,
		latencyMs,
		rounds,
		bare: { reports },
		teamViewer: readWithTeamViewer(teamViewer, simplify),
		httpRequest: readWithHttpRequest(bearer),
		...(latencyMs === 0 && { plainLoop: readWithPlainLoop(bearer) }),
	});
	const create = (latencyMs: number, rounds: number): Case => ({
		job: `${SESSIONS} sessions`,
		latencyMs,
		rounds,
		bare: { sessions: SESSIONS, groupId: stage.server.groupId },
		teamViewer: createWithTeamViewer(teamViewer, SESSIONS, stage.server.groupId),
		httpRequest: createWithHttpRequest(bearer, SESSIONS, stage.server.groupId),
	});
	if (quick) return [read(1_000, 0, 3), read(10_000, 0, 3), read(10_000, 150, 1), create(0, 3)];
	return [
		read(1_000, 0, 8),
		read(10_000, 0, 8),
		read(100_000, 0, 8),
		read(100_000, 0, 8, true),
		read(1_000, 150, 4),
		read(10_000, 150, 4),
		read(100_000, 150, 4),
		create(0, 8),
		create(100, 8),
	];
}
