import { field, first, isJson, Untold, type Api } from '../api';
import type { Fact, Question } from '../fact';
import { kindOf, shaped } from '../shape';

const LIST = '/monitoring/devices';
const PATCHES = '/patchmanagement/devices';

/** The list comes bare by one source, wrapped by another. */
async function monitoredOf(api: Api) {
	const { status, body } = await api.get(LIST);
	if (status !== 200) throw new Untold(`GET ${LIST} answers ${status}`);
	const rows = isJson(body) ? field(body, 'devices') : body;
	return Array.isArray(rows) ? rows.filter(isJson) : [];
}

async function anyMonitored(api: Api): Promise<string> {
	const device = first(await monitoredOf(api), 'monitored device');
	return String(field(device, 'TeamviewerId') ?? field(device, 'teamviewer_id'));
}

const ofAny = async (api: Api, part: string) =>
	await api.one(`${LIST}/${await anyMonitored(api)}/${part}`);

export const monitoring: Array<Fact | Question> = [
	{
		question: 'Do monitored devices come as a bare list, or wrapped?',
		source: 'sources disagree',
		ask: async (api) => {
			const { status, body } = await api.get(LIST);
			return status === 200 ? kindOf(body) : String(status);
		},
	},
	shaped(
		'Information on a monitored device has its computer and system',
		'several sources',
		async (api) => [await ofAny(api, 'information')],
		{ computer_name: 'text', os_name: 'text', os_version: 'text?' },
	),
	shaped(
		'Hardware comes in items',
		'several sources',
		async (api) => [await ofAny(api, 'hardware')],
		{ items: 'list', device_name: 'text?' },
	),
	shaped(
		'Software comes in items',
		'several sources',
		async (api) => [await ofAny(api, 'software')],
		{ items: 'list', device_name: 'text?' },
	),
	shaped(
		'Devices under patch management come with their TeamViewer ID',
		'several sources',
		async (api) => await api.list(PATCHES, 'devices'),
		{ teamviewer_id: 'number' },
	),
	shaped(
		'What a device lacks comes in patches',
		'several sources',
		async (api) => {
			const device = first(await api.list(PATCHES, 'devices'), 'device under patch management');
			return [
				await api.one(`${PATCHES}/${String(field(device, 'teamviewer_id'))}/patches/missing`),
			];
		},
		{ patches: 'list' },
	),
];
