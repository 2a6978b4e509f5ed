import type { IDataObject } from 'n8n-workflow';

import { readOption } from '../../inputs/text';
import { requireReportId } from '../../pickers/report';
import { getChat, getVoice } from '../../teamviewer/recordings';
import type { Operation } from '../operation';
import { REPORT_FIELD } from './fields';
import { hintNothingRecorded } from './nothingRecorded';

const KINDS = ['chat', 'voice'] as const;

export const getTranscript: Operation = {
	name: 'Get Transcript',
	action: 'Get transcript of connection report',
	description:
		'Get the chat or what was said during a connection, one item a message; nothing if there is none',
	fields: [
		REPORT_FIELD,
		{
			displayName: 'Transcript',
			name: 'transcript',
			type: 'options',
			options: [
				{ name: 'Chat', value: 'chat', description: 'What was written in the chat' },
				{ name: 'Voice', value: 'voice', description: 'What was said, with its translation' },
			],
			default: 'chat',
			description: 'Which messages of the connection to get',
		},
	],
	async run(item) {
		const id = requireReportId(item.parameter('report'), 'Connection Report');
		const kind = readOption(item.parameter('transcript', 'chat'), 'Transcript', KINDS) ?? 'chat';
		const read = kind === 'voice' ? getVoice : getChat;
		const messages = await read(item.client, id);
		if (!messages) hintNothingRecorded(item, `${kind} transcript`);
		return (messages ?? []).map((message) => ({ json: message as IDataObject }));
	},
};
