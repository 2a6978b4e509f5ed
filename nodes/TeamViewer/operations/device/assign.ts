import { answered } from '../../execution/answered';
import { operation } from '../../execution/operation';
import { required, withDefault } from '../../fields/field';
import { secret } from '../../fields/secret';
import { toggle } from '../../fields/toggle';
import { assignDevice } from '../../teamviewer/devices';
import { DEVICE } from './fields';

export const assign = operation({
	name: 'Assign',
	action: 'Assign device',
	description:
		"Assign a listed device to the token's user by the device's own password; not with a company token",
	changes: true,
	fields: {
		device: DEVICE,
		password: required(
			secret({
				displayName: 'Password',
				apiName: 'current_device_password',
				description: 'The password that TeamViewer on the device has now',
				whenEmpty: 'Give the password of the device.',
			}),
		),
		easyAccess: withDefault(
			toggle({
				displayName: 'Easy Access',
				default: false,
				description: 'Whether the account can connect without a password from then on',
			}),
		),
	},
	async run({ device, password, easyAccess }, { teamviewer, output }) {
		return [output(answered(await assignDevice(teamviewer, device, password, easyAccess)))];
	},
});
