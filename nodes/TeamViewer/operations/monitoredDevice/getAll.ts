import { list, onePage } from '../../execution/listing';
import { LISTING } from '../../fields/listing';
import { operation } from '../../execution/operation';
import { listMonitoredDevices } from '../../teamviewer/monitoredDevices';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get monitored devices',
	description:
		'Get the devices under monitoring with name and TeamViewer ID; not with a company token',
	fields: { ...LISTING },
	async run(wanted, context) {
		const pages = onePage(() => listMonitoredDevices(context.teamviewer));
		return await list(context, wanted, pages, { things: 'monitored devices' });
	},
});
