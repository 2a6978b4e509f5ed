import { readOption, readText } from '../../inputs/text';
import { requireReportId } from '../../pickers/report';
import { getConnectionReport, updateConnectionReport } from '../../teamviewer/connectionReports';
import { requireChanges, SIMPLIFY_FIELD } from '../fields';
import type { Operation } from '../operation';
import { present } from '../present';
import { readBack } from '../readBack';
import { REPORT_FIELD } from './fields';
import { reportOutput } from './output';
import { simplifyUpdatedReport } from './simplify';

const BILLING_STATES = ['Bill', 'Billed', 'DoNotBill'] as const;

export const update: Operation = {
	name: 'Update',
	action: 'Update connection report',
	description: 'Change the notes of a connection report, or mark it as billed',
	fields: [
		REPORT_FIELD,
		SIMPLIFY_FIELD,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Billing State',
					name: 'billingState',
					type: 'options',
					options: [
						{ name: 'Bill', value: 'Bill', description: 'It is yet to be billed' },
						{ name: 'Billed', value: 'Billed', description: 'It was billed' },
						{ name: 'Do Not Bill', value: 'DoNotBill', description: 'It is free of charge' },
					],
					default: 'Billed',
					description: 'Whether the connection is billed',
				},
				{
					displayName: 'Notes',
					name: 'notes',
					type: 'string',
					typeOptions: { rows: 3 },
					default: '',
					placeholder: 'e.g. Printer driver replaced',
					description: 'Replaces the notes of the report',
				},
			],
		},
	],
	async run(item) {
		const id = requireReportId(item.parameter('report'), 'Connection Report');
		const fields = item.collection('updateFields');
		const changes = present({
			billing_state: readOption(fields.billingState, 'Billing State', BILLING_STATES),
			notes: readText(fields.notes, 'Notes'),
		});
		requireChanges(changes);
		await updateConnectionReport(item.client, id, changes);
		const report = await readBack(
			'The connection report was changed',
			getConnectionReport(item.client, id),
		);
		return [reportOutput(item, report, simplifyUpdatedReport)];
	},
};
