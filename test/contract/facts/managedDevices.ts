import { field, first, type Api } from '../api';
import { contradiction, type Fact, type Question } from '../fact';
import { shaped } from '../shape';

const PS = "TeamViewer's PowerShell module";

const devicesOf = async (api: Api) => await api.list('/managed/devices', 'resources');
const anyDevice = async (api: Api) =>
	`/managed/devices/${String(field(first(await devicesOf(api), 'managed device'), 'id'))}`;

const SHORT = { id: 'GUID', teamviewerId: 'number', name: 'text', isOnline: 'boolean' } as const;

export const managedDevices: Array<Fact | Question> = [
	shaped('Managed devices come with id, TeamViewer ID, name and isOnline', PS, devicesOf, SHORT),
	shaped(
		"The company's managed devices come in the same form",
		PS,
		async (api) => await api.list('/managed/devices/company', 'resources'),
		SHORT,
	),
	{
		claim: 'Managed devices tell when they were last seen only while they are offline',
		source: PS,
		check: async (api) =>
			contradiction(
				await devicesOf(api),
				(device) => !field(device, 'isOnline') || !field(device, 'last_seen'),
				() => 'an online device with last_seen',
			),
	},
	shaped(
		'One managed device is not wrapped, and tells its version',
		'OpenAPI document',
		async (api) => [await api.one(await anyDevice(api))],
		{
			...SHORT,
			teamViewerVersion: 'text',
			deviceDescription: 'text?',
			teamviewerPolicyId: 'GUID?',
		},
	),
	shaped(
		'The groups of a managed device come with id and name',
		PS,
		async (api) => {
			const all = await Promise.all(
				(await devicesOf(api))
					.slice(0, 5)
					.map(
						async (device) =>
							await api.list(`/managed/devices/${String(field(device, 'id'))}/groups`, 'resources'),
					),
			);
			return all.flat();
		},
		{ id: 'GUID', name: 'text' },
	),
];
