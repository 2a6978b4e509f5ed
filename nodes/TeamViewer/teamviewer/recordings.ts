import { recordsIn } from './answer';
import type { TeamViewerClient } from './client';
import { getConnectionReport } from './connectionReports';
import { reasonOf, UnexpectedAnswer } from './teamViewerError';
import { path } from './request';
import type { AiSummary, AugmentedSummary, ChatMessage, Screenshot, VoiceMessage } from './types';

/** A summary of the connection, the AI's where there is one; undefined when there is none. */
export async function getSummary(
	client: TeamViewerClient,
	id: string,
): Promise<AiSummary | AugmentedSummary | undefined> {
	return await ifRecorded(
		client,
		id,
		async () =>
			(await summaryAt<AiSummary>(client, path`/reports/connections/${id}/ai-summary`).catch(
				async (error: unknown) => await elsewhere(error, () => augmentedSummary(client, id)),
			)) ?? (await augmentedSummary(client, id)),
	);
}

async function augmentedSummary(
	client: TeamViewerClient,
	id: string,
): Promise<AugmentedSummary | undefined> {
	return await summaryAt(client, path`/reports/connections/${id}/augmented-session-summary`);
}

/** What says that the account has no such feature; live integrations met a missing licence as a 500 too. */
const MISSING_FEATURE = new Set(['licence', 'permission', 'serverProblem']);

/** An account without the one may have the other; the error counts where it has not. */
async function elsewhere<T>(
	error: unknown,
	read: () => Promise<T | undefined>,
): Promise<T | undefined> {
	const other = MISSING_FEATURE.has(reasonOf(error) ?? '') ? await read() : undefined;
	if (other === undefined) throw error as Error;
	return other;
}

/** What was written in the chat of the connection; undefined when there is nothing. */
export async function getChat(
	client: TeamViewerClient,
	id: string,
): Promise<ChatMessage[] | undefined> {
	return await ifRecorded(client, id, async () =>
		listAt<ChatMessage>(client, path`/reports/connections/${id}/chat-transcript`, 'chat messages'),
	);
}

/** What was said during the connection; undefined when there is nothing. */
export async function getVoice(
	client: TeamViewerClient,
	id: string,
): Promise<VoiceMessage[] | undefined> {
	return await ifRecorded(client, id, async () =>
		listAt<VoiceMessage>(client, path`/reports/connections/${id}/voice-transcript`, 'spoken texts'),
	);
}

/**
 * The AI's summary of an incoming connection; undefined when there is none, or no such report: TeamViewer has no call that
 * could tell which.
 */
export async function getDeviceReportSummary(
	client: TeamViewerClient,
	id: string,
): Promise<AiSummary | undefined> {
	return await summaryAt(client, path`/reports/devices/${id}/ai-summary`);
}

/** What was written in the chat of an incoming connection; undefined as for its summary. */
export async function getDeviceReportChat(
	client: TeamViewerClient,
	id: string,
): Promise<ChatMessage[] | undefined> {
	return await listAt(client, path`/reports/devices/${id}/chat-transcript`, 'chat messages');
}

/** Which pictures were taken during the connection; undefined when there are none. */
export async function getScreenshots(
	client: TeamViewerClient,
	id: string,
): Promise<Screenshot[] | undefined> {
	return await ifRecorded(client, id, async () =>
		listAt<Screenshot>(client, path`/reports/connections/${id}/screenshots`, 'screenshots'),
	);
}

/** One picture. @throws {UnexpectedAnswer} when the screenshot has no id to ask for it by. */
export async function getPicture(
	client: TeamViewerClient,
	reportId: string,
	{ screenshotId }: Screenshot,
): Promise<Buffer> {
	const key: unknown = typeof screenshotId === 'number' ? String(screenshotId) : screenshotId;
	if (typeof key !== 'string' || !/^[\w-]+$/.test(key)) {
		throw new UnexpectedAnswer("TeamViewer's list of screenshots holds one without an id");
	}
	return await client.getBinary(
		path`/reports/connections/${reportId}/${key}/screenshot`,
		`screenshot ${key} of connection report ${reportId}`,
	);
}

/**
 * TeamViewer answers 404 for what was not recorded, and for a report that does not exist: the report itself tells which.
 */
async function ifRecorded<T>(
	client: TeamViewerClient,
	id: string,
	read: () => Promise<T | undefined>,
): Promise<T | undefined> {
	const recording = await read();
	if (recording === undefined) await getConnectionReport(client, id);
	return recording;
}

async function summaryAt<T extends object>(
	client: TeamViewerClient,
	address: string,
): Promise<T | undefined> {
	const summary = await client.getIfAny<T>(address).catch(undefinedIfNotFound);
	if (Array.isArray(summary)) throw new UnexpectedAnswer("TeamViewer's answer is not a summary");
	return summary && Object.values(summary).some(isFilled) ? summary : undefined;
}

async function listAt<T>(
	client: TeamViewerClient,
	address: string,
	things: string,
): Promise<T[] | undefined> {
	const answer = await client.getIfAny<object>(address).catch(undefinedIfNotFound);
	const records = answer && recordsIn<T>(answer, `list of ${things}`);
	return records?.length ? records : undefined;
}

function undefinedIfNotFound(error: unknown): undefined {
	if (reasonOf(error) !== 'notFound') throw error as Error;
}

function isFilled(value: unknown): boolean {
	return Array.isArray(value)
		? value.length > 0
		: value !== undefined && value !== null && value !== '';
}
