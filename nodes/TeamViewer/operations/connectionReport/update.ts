import { operation } from '../../execution/operation';
import { CHANGE_OPTIONS, updated } from '../../fields/returnUpdated';
import { SIMPLIFY } from '../../fields/simplify';
import { choice } from '../../fields/choice';
import { updateFields } from '../../fields/collection';
import { freeText } from '../../fields/text';
import { updateConnectionReport } from '../../teamviewer/connectionReports';
import { withoutUndefined } from '../../teamviewer/withoutUndefined';
import { REPORT, shown } from './report';

export const update = operation({
	name: 'Update',
	action: 'Update connection report',
	description: 'Change the notes of a connection report, or mark it as billed',
	changes: true,
	fields: {
		report: REPORT,
		simplify: SIMPLIFY,
		updateFields: updateFields({
			billingState: choice({
				displayName: 'Billing State',
				apiName: 'billing_state',
				options: [
					{ name: 'Bill', value: 'Bill', description: 'Is still to be billed' },
					{ name: 'Billed', value: 'Billed', description: 'Has been billed' },
					{ name: 'Do Not Bill', value: 'DoNotBill', description: 'Is free of charge' },
				],
				default: 'Billed',
				description:
					'What becomes of the connection on the bill, as supporters see it in TeamViewer too',
			}),
			notes: freeText({
				displayName: 'Notes',
				apiName: 'notes',
				rows: 3,
				placeholder: 'e.g. Printer driver replaced',
				cleared: '',
				description: 'Replaces the notes of the report; empty clears them',
			}),
		}),
		options: CHANGE_OPTIONS,
	},
	async run({ report: id, simplify, updateFields: changed, options }, { teamviewer, output }) {
		const changes = withoutUndefined({
			billing_state: changed.billingState,
			notes: changed.notes,
		});
		const isRead = options.returnUpdated !== false;
		const report = await updateConnectionReport(teamviewer, id, changes, isRead);
		return [output(report ? shown(report, simplify) : updated({ id }))];
	},
});
