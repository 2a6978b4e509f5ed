import type { Context } from '../execution/operation';

/** Tells the user why there is nothing: this is no failure, most connections are not recorded. */
export function hintNothingRecorded({ hint }: Context, things: string): void {
	hint(
		`TeamViewer holds no ${things} for at least one connection report. They exist only where the feature was licensed and turned on during the connection.`,
	);
}

/** The same of an incoming connection; TeamViewer has no call that could tell whether there is such a report at all. */
export function hintNothingOfDeviceReport({ hint }: Context, things: string): void {
	hint(
		`TeamViewer holds no ${things} for at least one device report. They exist only where the feature was licensed and turned on during the connection; an ID that no report has looks the same.`,
	);
}
