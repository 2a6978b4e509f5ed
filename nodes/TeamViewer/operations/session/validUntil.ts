import { InvalidInput } from '../../errors/invalidInput';
import { toTeamViewerDate } from '../../teamviewer/dates';
import type { TeamViewerDate } from '../../teamviewer/types';

const HOUR = 3_600_000;

/** The last moment of the year 9999: later ones cannot be written in four digits. */
const LATEST_DATE = Date.UTC(9999, 11, 31);

/**
 * Until when a session is valid, said in one of two ways; checked, since TeamViewer cannot change it later.
 *
 * @param hours from now.
 * @param moment in milliseconds since 1970.
 * @throws {InvalidInput} when both are given, or the moment cannot be.
 */
export function validUntil(
	hours: number | undefined,
	moment: number | undefined,
): TeamViewerDate | undefined {
	if (hours !== undefined && moment !== undefined) {
		throw new InvalidInput(
			"'Valid For (Hours)' and 'Valid Until' cannot be used together",
			'Remove one of the two fields.',
		);
	}
	if (hours !== undefined) {
		const end = Date.now() + hours * HOUR;
		if (end > LATEST_DATE) {
			throw new InvalidInput("'Valid For (Hours)' is too large", 'E.g. 24 for a day.');
		}
		return toTeamViewerDate(end);
	}
	if (moment !== undefined && moment <= Date.now()) {
		throw new InvalidInput("'Valid Until' is in the past", 'Choose a moment in the future.');
	}
	return moment === undefined ? undefined : toTeamViewerDate(moment);
}
