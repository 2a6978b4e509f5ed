import { operation } from '../../execution/operation';
import { CHANGE_OPTIONS, updated } from '../../execution/returnUpdated';
import { required } from '../../fields/field';
import { text } from '../../fields/text';
import { renameCompany } from '../../teamviewer/company';

export const update = operation({
	name: 'Update',
	action: 'Update company',
	description: 'Rename the TeamViewer company; for company administrators',
	changes: true,
	fields: {
		name: required(
			text({
				displayName: 'Name',
				apiName: 'name',
				placeholder: 'e.g. Nordlicht Retail',
				whenEmpty: 'Give a name.',
				description: 'The new name of the company',
			}),
		),
		options: CHANGE_OPTIONS,
	},
	async run({ name, options }, { teamviewer, output }) {
		const company = await renameCompany(teamviewer, name, options.returnUpdated !== false);
		return [output(company ?? updated())];
	},
});
