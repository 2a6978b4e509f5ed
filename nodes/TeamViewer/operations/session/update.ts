import { operation } from '../../execution/operation';
import { CHANGE_OPTIONS, updated } from '../../fields/returnUpdated';
import { SIMPLIFY } from '../../fields/simplify';
import { choice } from '../../fields/choice';
import { then, updateFields } from '../../fields/collection';
import { groupOrNameLocator } from '../../fields/locators/group';
import { updateSession } from '../../teamviewer/sessions';
import { DETAILS, SESSION, toSessionInput } from './fields';
import { shown } from './shown';

const CHANGES = updateFields({
	...DETAILS,
	group: groupOrNameLocator({
		displayName: 'Group',
		description: 'The group that the session moves to',
	}),
	state: choice({
		displayName: 'State',
		apiName: 'state',
		options: [
			{ name: 'Closed', value: 'closed', description: 'Close the session' },
			{ name: 'Open', value: 'open', description: 'Reopen the session' },
		],
		default: 'closed',
		description: 'Whether the session can be used',
		whenEmpty: 'Choose a state.',
	}),
});

export const update = operation({
	name: 'Update',
	action: 'Update session',
	description: 'Change, assign, close or reopen a support session',
	changes: true,
	fields: {
		session: SESSION,
		simplify: SIMPLIFY,
		updateFields: then(CHANGES, ({ group, state, ...details }) => ({
			...group,
			...toSessionInput(details),
			...(state && { state }),
		})),
		options: CHANGE_OPTIONS,
	},
	async run({ session: code, simplify, updateFields: input, options }, { teamviewer, output }) {
		const isRead = options.returnUpdated !== false;
		const session = await updateSession(teamviewer, code, input, isRead);
		return [output(session ? shown(session, simplify) : updated({ code }))];
	},
});
