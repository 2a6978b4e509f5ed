import { operation } from '../../execution/operation';
import { choice } from '../../fields/choice';
import { withDefault } from '../../fields/field';
import { getChat, getVoice } from '../../teamviewer/recordings';
import { hintNothingRecorded } from '../nothingRecorded';
import { REPORT } from './report';

export const getTranscript = operation({
	name: 'Get Transcript',
	action: 'Get transcript of connection report',
	description:
		'Get the chat or what was said during a connection, one item a message; nothing if there is none',
	fields: {
		report: REPORT,
		transcript: withDefault(
			choice({
				displayName: 'Transcript',
				options: [
					{ name: 'Chat', value: 'chat', description: 'What was written in the chat' },
					{ name: 'Voice', value: 'voice', description: 'What was said, with its translation' },
				],
				default: 'chat',
				description: 'Which messages of the connection to get',
			}),
		),
	},
	async run({ report, transcript }, context) {
		const read = transcript === 'voice' ? getVoice : getChat;
		const messages = await read(context.teamviewer, report);
		if (!messages) hintNothingRecorded(context, `${transcript} transcript`);
		return (messages ?? []).map((message) => context.output(message));
	},
});
