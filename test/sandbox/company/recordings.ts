import { MINUTE, SECOND, readDate, writeDate } from '../dates';
import type { Random } from '../random';
import { guid } from './ids';
import type { ConnectionReport, Recording } from './types';

/** As much of a report as a recording tells of. */
export type Recorded = Pick<
	ConnectionReport,
	'start_date' | 'username' | 'deviceid' | 'end_customer'
>;

/** What a supporter and a customer said, by turns, the supporter first. */
const CHAT = [
	'Hello, I can see your screen now. What happened?',
	'Hi! Since this morning the printer says "paused" and nothing comes out 😕',
	'Let me have a look at the queue.\nOne moment, please.',
	'Grüße aus dem Büro – jetzt kommt die Testseite!',
	'Great. The driver was waiting for a paper format you do not have.',
	'Thank you so much!',
] as const;

const SPOKEN = [
	['Guten Tag, wie kann ich helfen?', 'Good afternoon, how can I help?'],
	['Der Drucker steht auf angehalten.', 'The printer is paused.'],
	['Ich sehe es, einen Moment bitte.', 'I see it, one moment please.'],
	['Es läuft wieder, vielen Dank!', 'It is working again, many thanks!'],
] as const;

/** What TeamViewer recorded of a connection where everything was switched on and licensed. */
export function record(random: Random, report: Recorded): Recording {
	const start = readDate(report.start_date ?? '') ?? 0;
	const supporter = { id: '1200345678', name: report.username ?? 'Supporter' };
	const customer = {
		id: report.deviceid ?? '1300456789',
		name: report.end_customer?.name ?? 'Guest',
	};
	const sides = [supporter, customer];
	const sideOf = (index: number) => sides[index % 2] ?? supporter;
	return {
		aiSummary: {
			Summary:
				'The customer could not print. The print queue was paused because the driver waited for a paper format that is not loaded. The format was corrected and a test page printed.',
			Name: 'Printer queue paused after driver update',
			IssueTypeLabels: ['Printing', 'Configuration'],
			ApplicationLabels: ['Windows Print Spooler'],
			Steps: [
				{ Application: 'Print queue', Action: 'Opened the queue', Commands: '' },
				{
					Application: 'Printer properties',
					Action: 'Corrected the paper format',
					Commands: 'Set-Printer',
				},
				{ Application: 'Print queue', Action: 'Printed a test page', Commands: '' },
			],
		},
		augmentedSummary: {
			title: 'Printer queue paused after driver update',
			summary: 'The paper format was corrected; a test page printed.',
		},
		chat: CHAT.map((Content, index) => ({
			Sender: { TeamViewerId: sideOf(index).id, Name: sideOf(index).name },
			Recipients: [{ TeamViewerId: sideOf(index + 1).id, Name: sideOf(index + 1).name }],
			WrittenAtTimestamp: writeDate(start + (index + 1) * 40 * SECOND),
			IsOutgoing: index % 2 === 0,
			Content,
		})),
		voice: SPOKEN.map(([originalText, translatedText], index) => ({
			speaker: { teamviewerId: sideOf(index).id, name: sideOf(index).name },
			writtenAtTimestamp: writeDate(start + (index + 1) * 12 * SECOND),
			originalText,
			originalLanguageCode: 'de',
			translatedText,
			translatedLanguageCode: 'en',
		})),
		screenshots: [1, 2].map((number) => ({
			screenshotId: guid(random).toLowerCase(),
			fileName: `screenshot-${number}.png`,
			mimeType: 'image/png',
			takenAt: writeDate(start + number * MINUTE),
		})),
	};
}
