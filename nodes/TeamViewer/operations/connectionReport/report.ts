import { required } from '../../fields/field';
import { reportLocator } from '../../fields/locators/connectionReport';
import { simplifyReport } from '../../teamviewer/simplify/connectionReport';
import type { ConnectionReport } from '../../teamviewer/types';

/** Which report; shared by everything that works on one. */
export const REPORT = required(
	reportLocator({
		displayName: 'Connection Report',
		description: 'The report of one connection; the list shows when it ended, in UTC',
	}),
);

/** A report as the user wants to see it. */
export function shown(report: ConnectionReport, simplify: boolean): object {
	return simplify ? simplifyReport(report) : report;
}
