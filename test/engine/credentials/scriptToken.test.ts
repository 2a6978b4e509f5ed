import { TeamViewerApi } from '../../../credentials/TeamViewerApi.credentials';

it.each(['token', ' token', 'token\n', '\ttoken '])(
	'A script token is sent without the blanks that were pasted with it: %j',
	async (accessToken) => {
		const request = await new TeamViewerApi().authenticate(
			{ accessToken },
			{ url: 'https://webapi.teamviewer.com/api/v1/ping', headers: { Accept: 'application/json' } },
		);
		expect(request.headers).toEqual({
			Accept: 'application/json',
			Authorization: 'Bearer token',
		});
	},
);
