import { SeenIds, type SavedIds } from '../../nodes/TeamViewer/trigger/engine/seenIds';
import type { Remains, StoredExecution } from './autopsy';

/** A report that a workflow should have got, and what became of it. */
export interface Finding {
	/** The workflow's name. */
	workflow: string;
	report: string;
}

/** A report that no execution of a workflow was given. */
export interface Loss extends Finding {
	/**
	 * The kill (1 is the first) after which n8n's database held a state of the trigger that knows the report, and no
	 * execution with it: n8n died between saving the state and starting the execution. Undefined when there was none.
	 */
	diedBetween: number | undefined;
}

/** A report that more than one execution of a workflow was given. */
export interface Repeat extends Finding {
	/** Whether each was given by a process of its own, with a kill before it. */
	isByAnotherProcess: boolean;
}

/** What a soak comes to, for every workflow and every report that TeamViewer listed. */
export interface Findings {
	/** Workflows times reports: so many should have been given to an execution. */
	expected: number;
	/** Given to no execution. */
	lost: Loss[];
	/** Given to more than one execution. */
	repeated: Repeat[];
	/** Executions that a kill broke off; n8n lists them as crashed. */
	brokenOff: number;
	/** Given to an execution that was broken off before it came to the report. */
	undone: Finding[];
	/** Given to an execution that ended well, which nevertheless left no trace at TeamViewer. */
	unexplained: Finding[];
	/** Worked on more than once. */
	doneTwice: Finding[];
}

/** A published workflow. */
export interface Watch {
	/** n8n's id of it. */
	id: string;
	name: string;
	/** How the sandbox's request log shows its token. */
	authorization: string;
}

/** What a soak leaves behind. */
export interface Evidence {
	workflows: Watch[];
	reports: string[];
	/** n8n's database after every kill, and at the very end. */
	afterKills: Remains[];
	atTheEnd: Remains;
	/** How often a workflow worked on a report, as TeamViewer saw it. */
	timesDone(workflow: Watch, report: string): number;
}

/** Compares what was executed with what existed. */
export function compare({
	workflows,
	reports,
	afterKills,
	atTheEnd,
	timesDone,
}: Evidence): Findings {
	const findings: Findings = {
		expected: workflows.length * reports.length,
		lost: [],
		repeated: [],
		brokenOff: atTheEnd.executions.filter(({ status }) => status !== 'success').length,
		undone: [],
		unexplained: [],
		doneTwice: [],
	};
	for (const workflow of workflows) {
		const { id, name } = workflow;
		for (const report of reports) {
			const finding = { workflow: name, report };
			const given = executionsWith(atTheEnd, id, report);
			const done = timesDone(workflow, report);
			if (given.length === 0) {
				const kill = afterKills.findIndex((remains) => isBetween(remains, id, report));
				findings.lost.push({ ...finding, diedBetween: kill < 0 ? undefined : kill + 1 });
			} else if (done === 0) {
				const wasBrokenOff = given.every(({ status }) => status !== 'success');
				findings[wasBrokenOff ? 'undone' : 'unexplained'].push(finding);
			}
			if (given.length > 1) {
				const processes = new Set(given.map((execution) => processOf(execution, afterKills)));
				findings.repeated.push({ ...finding, isByAnotherProcess: processes.size === given.length });
			}
			if (done > 1) findings.doneTwice.push(finding);
		}
	}
	return findings;
}

/** Which process of n8n made an execution: 0 was killed first. */
function processOf({ id }: StoredExecution, afterKills: Remains[]): number {
	const kill = afterKills.findIndex(({ executions }) => executions.some((one) => one.id === id));
	return kill < 0 ? afterKills.length : kill;
}

/** Whether the saved state knows a report that no execution has. */
function isBetween(remains: Remains, workflowId: string, report: string): boolean {
	const state = remains.states.find(({ id }) => id === workflowId)?.state;
	return knows(state ?? 'null', report) && executionsWith(remains, workflowId, report).length === 0;
}

function executionsWith({ executions }: Remains, workflowId: string, report: string) {
	return executions.filter(
		(execution) => execution.workflowId === workflowId && execution.data.includes(report),
	);
}

/** Whether a trigger's state, as n8n saved it, remembers a report. */
function knows(state: string, report: string): boolean {
	let found = false;
	JSON.parse(state, (key, value: unknown) => {
		if (key === 'seen') found ||= new SeenIds(value as SavedIds).has(report);
		return value;
	});
	return found;
}
