import { DAY, HOUR, writeDate } from '../dates';
import type { Random } from '../random';
import { PATCHES, SOFTWARE } from './names';
import type { Device } from './types';

/** What the monitoring knows of one device. */
export interface Monitored {
	/** The TeamViewer ID. */
	id: number;
	alias: string;
	groupName: string;
	activatedAt: number;
	information: {
		computer_name: string;
		domain: string;
		internal_ip: string;
		external_ip: string;
		os_name: string;
		os_version: string;
	};
	hardware: Array<{ name: string; type: number; details: string; manufacturer: string }>;
	software: Array<{
		Id: string;
		name: string;
		version: string;
		type: number;
		modified_date: string;
	}>;
	patches: Array<Record<string, unknown>>;
}

/** What a scan of a shop's or an office's computer would find. */
export function takeInventory(
	random: Random,
	now: number,
	device: Device,
	groupName: string,
): Monitored {
	const alias = device.alias ?? '';
	const disk = random.pick([256, 512, 1024]);
	return {
		id: Number(device.teamviewer_id),
		alias,
		groupName,
		activatedAt: now - random.whole(30, 300) * DAY,
		information: {
			computer_name: alias.slice(0, 15),
			domain: 'WORKGROUP',
			internal_ip: `192.168.${random.whole(0, 9)}.${random.whole(10, 200)}`,
			external_ip: `203.0.113.${random.whole(1, 254)}`,
			os_name: 'Windows 11 Pro',
			os_version: `10.0.${random.pick([22631, 26100])}`,
		},
		hardware: [
			{
				name: 'Ethernet Controller',
				type: 1,
				details: '1 Gbit/s',
				manufacturer: 'Nordkabel',
			},
			{ name: 'BIOS', type: 2, details: 'F.21', manufacturer: 'Holzmann Systems' },
			{ name: 'Solid State Drive', type: 9, details: `${disk} GB`, manufacturer: 'Quarzwerk' },
			{
				name: 'Memory',
				type: 11,
				details: `${random.pick([8, 16, 32])} GB`,
				manufacturer: 'Quarzwerk',
			},
			{ name: 'Processor', type: 13, details: '8 cores', manufacturer: 'Holzmann Systems' },
		],
		software: SOFTWARE.map(({ name, version, type }, index) => ({
			Id: String(index + 1),
			name,
			version,
			type,
			modified_date: writeDate(now - random.whole(1, 400) * DAY - index * HOUR),
		})),
		patches: PATCHES.filter(() => random.chance(0.5)).map((patch) => ({
			...patch,
			patch_region_id: 1033,
			release_date: writeDate(now - random.whole(3, 90) * DAY),
			patch_size: random.whole(1, 400) * 1024 * 1024,
			installable: true,
			is_service_pack: false,
		})),
	};
}
