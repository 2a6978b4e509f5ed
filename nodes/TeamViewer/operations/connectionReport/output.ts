import type { IDataObject } from 'n8n-workflow';

import { recordWith } from '../../teamviewer/answer';
import type { ConnectionReport } from '../../teamviewer/types';
import type { Item } from '../item';
import type { Output } from '../operation';
import { simplifyReport } from './simplify';

/** A report as the user wants to see it. @throws {UnexpectedAnswer} when it is none. */
export function reportOutput(
	item: Item,
	report: ConnectionReport,
	simplify: (report: ConnectionReport) => IDataObject = simplifyReport,
): Output {
	recordWith(report, 'connection report', 'id');
	return { json: item.simplify ? simplify(report) : (report as unknown as IDataObject) };
}
