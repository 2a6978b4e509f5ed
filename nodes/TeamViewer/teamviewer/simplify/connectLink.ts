/**
 * A link that opens TeamViewer and connects to a device; missing where TeamViewer gave no ID. Source: the API manual's
 * appendix on connect links.
 *
 * @param remoteControlId is TeamViewer's `r…` ID.
 */
export function deviceConnectLink(remoteControlId: unknown): { connect_link?: string } {
	return typeof remoteControlId === 'string' && /^r\d+$/.test(remoteControlId)
		? {
				connect_link: `https://start.teamviewer.com/device/${remoteControlId}/authorization/password/mode/control`,
			}
		: {};
}
