import { Untold, type Json } from '../api';
import { contradiction, type Fact } from '../fact';

export const ids: Fact[] = [
	{
		claim: 'Group ids have the form g123, user ids u123, device ids d123, remote control ids r123',
		source: 'API manual',
		check: async (api) => {
			const all = await Promise.all([
				idsOf(api.list('/groups', 'groups'), 'id', /^g\d+$/),
				idsOf(api.list('/users', 'users'), 'id', /^u\d+$/),
				idsOf(api.list('/devices', 'devices'), 'device_id', /^d\d+$/),
				idsOf(api.list('/devices', 'devices'), 'remotecontrol_id', /^r\d+$/),
			]);
			return contradiction(
				all.flat(),
				({ id, form }) => form.test(String(id)),
				({ id }) => String(id).replace(/\d/g, '0'),
			);
		},
	},
];

/** What the token may not read has no ids to look at. */
async function idsOf(
	records: Promise<Json[]>,
	field: string,
	form: RegExp,
): Promise<Array<{ id: unknown; form: RegExp }>> {
	const known = await records.catch((error: unknown) => {
		if (error instanceof Untold) return [];
		throw error;
	});
	return known.map((record) => ({ id: record[field], form }));
}
