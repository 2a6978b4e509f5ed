import { first, type Api } from '../api';
import { contradiction, type Fact, type Question } from '../fact';
import { shaped } from '../shape';

const STATES = /^(online|busy|away|offline)$/i;

const devicesOf = async (api: Api) => await api.list('/devices', 'devices');

export const devices: Array<Fact | Question> = [
	{
		claim: 'One device comes as a list of one',
		source: 'OpenAPI document',
		check: async (api) => {
			const { device_id } = first(await devicesOf(api), 'device');
			const one = await api.list(`/devices/${String(device_id)}`, 'devices');
			return one.length === 1 ? undefined : `${one.length} devices`;
		},
	},
	{
		claim: 'The online state of a device is Online, Busy, Away or Offline, or missing',
		source: 'live payloads',
		check: async (api) =>
			contradiction(
				await devicesOf(api),
				({ online_state }) => online_state === undefined || STATES.test(String(online_state)),
				({ online_state }) => JSON.stringify(online_state),
			),
	},
	shaped('The TeamViewer ID of a device is a number', 'OpenAPI document', devicesOf, {
		teamviewer_id: 'number?',
	}),
	{
		question: 'What does policy_id of a device say: inherit, an id, or nothing?',
		source: 'API manual',
		ask: async (api) => {
			const said = (await devicesOf(api)).map(({ policy_id }) =>
				typeof policy_id === 'string' ? policy_id.replace(/^.*-.*$/, 'an id') : 'nothing',
			);
			return [...new Set(said)].join(', ') || 'there is no device';
		},
	},
];
