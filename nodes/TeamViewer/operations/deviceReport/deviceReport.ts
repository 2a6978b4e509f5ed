import { required } from '../../fields/field';
import { deviceReportLocator } from '../../fields/locators/deviceReport';

/** Which report; shared by everything that was recorded of an incoming connection. */
export const DEVICE_REPORT = required(
	deviceReportLocator({
		displayName: 'Device Report',
		description: 'The report of one incoming connection; the list shows when it ended, in UTC',
	}),
);
