/** An app as registered in a TeamViewer profile: Edit profile, Apps, Create app. */
export interface RegisteredApp {
	/** What the consent page calls it. */
	name: string;
	clientId: string;
	clientSecret: string;
	/** Compared character by character; `*` takes any, for tests that cannot know theirs beforehand. */
	redirectUris: string[];
}

/** Whether the app may send its users there. */
export function allowsRedirect(app: RegisteredApp, uri: string): boolean {
	return app.redirectUris.includes('*') || app.redirectUris.includes(uri);
}
