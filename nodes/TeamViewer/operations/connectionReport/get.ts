import { operation } from '../../execution/operation';
import { SIMPLIFY } from '../../fields/simplify';
import { getConnectionReport } from '../../teamviewer/connectionReports';
import { REPORT, shown } from './report';

export const get = operation({
	name: 'Get',
	action: 'Get connection report',
	description: 'Get the report of one connection: who connected to what, when and for how long',
	fields: { report: REPORT, simplify: SIMPLIFY },
	async run({ report, simplify }, { teamviewer, output }) {
		return [output(shown(await getConnectionReport(teamviewer, report), simplify))];
	},
});
