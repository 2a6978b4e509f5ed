import type {
	INodeParameters,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
} from 'n8n-workflow';

import { TeamViewer } from '../../../nodes/TeamViewer/TeamViewer.node';
import { TeamViewerTrigger } from '../../../nodes/TeamViewer/TeamViewerTrigger.node';
import { runListSearch, runLoadOptions } from '../../harness/engine';
import { locator, type Workbench } from '../../harness/workbench';
import type { CallCount } from '../../readme/callsTable';

/** What opening every list costs, by the labels of the fields that have it. */
export async function countDropDowns({
	sandbox,
	credential,
	sent,
}: Workbench): Promise<CallCount[]> {
	const { listSearch, loadOptions } = new TeamViewer().methods;
	const device = locator('id', sandbox.addManagedDevice().id);
	// Managers are those of a device.
	const parameters: INodeParameters = {
		...{ resource: 'manager', operation: 'remove' },
		...{ target: 'managedDevice', managedDevice: device },
	};
	const open = {
		...Object.fromEntries(Object.keys(listSearch).map((method) => [method, runListSearch])),
		...Object.fromEntries(Object.keys(loadOptions).map((method) => [method, runLoadOptions])),
	};
	const counts: CallCount[] = [];
	for (const [method, fill] of Object.entries(open)) {
		sandbox.clearRequests();
		await fill(method, { credential, parameters });
		counts.push({ work: labelsFilledBy(method).join(', '), calls: sent().length });
	}
	return counts.sort((one, other) => one.work.localeCompare(other.work));
}

/** The fields of both nodes whose list this method fills. */
function labelsFilledBy(method: string): string[] {
	const labels = [new TeamViewer(), new TeamViewerTrigger()]
		.flatMap(({ description }) => description.properties.flatMap(withInner))
		.filter(
			({ typeOptions, modes = [] }) =>
				typeOptions?.loadOptionsMethod === method ||
				modes.some((mode) => mode.typeOptions?.searchListMethod === method),
		)
		.map(({ displayName }) => displayName.replace(/ Names or IDs$/, ''));
	if (labels.length === 0) throw new Error(`No field is filled by ${method}`);
	return [...new Set(labels)].sort();
}

/** A field, and those inside it. */
function withInner(field: INodeProperties): INodeProperties[] {
	return [field, ...(field.options ?? []).filter(isField).flatMap(withInner)];
}

function isField(
	option: INodePropertyOptions | INodeProperties | INodePropertyCollection,
): option is INodeProperties {
	return 'type' in option;
}
