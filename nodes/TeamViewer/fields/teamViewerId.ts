import { InvalidInput } from '../errors/invalidInput';
import { quoted } from '../errors/quoted';

/** A TeamViewer ID in a text: people are shown it with blanks, `123 456 789`; TeamViewer's API takes the digits. */
export function checkTeamViewerId(value: string, label: string): string {
	const digits = value.replace(/[\s-]/g, '');
	if (!/^\d+$/.test(digits)) {
		throw new InvalidInput(
			`'${label}' is ${quoted(value)}, which is not a TeamViewer ID`,
			'A TeamViewer ID is a number, e.g. 123 456 789.',
		);
	}
	return digits;
}

/** The `r…` ID of a device in a text: TeamViewer's own form, or the TeamViewer ID, which is the same number. */
export function checkRemoteControlId(value: string, label: string): string {
	const digits = value.replace(/^r(?=\d)/i, '').replace(/[\s-]/g, '');
	if (!/^\d+$/.test(digits)) {
		throw new InvalidInput(
			`'${label}' is ${quoted(value)}, which is not a TeamViewer ID`,
			'Give the TeamViewer ID of the device, e.g. 123 456 789, or its remote control ID, e.g. r123456789.',
		);
	}
	return `r${digits}`;
}
