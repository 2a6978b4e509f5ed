import type { ApiRequest } from '../teamviewer/request';

/** Which licence a call needs, in one sentence. Source: the API manual; the first path that fits counts. */
const LICENCES: ReadonlyArray<[RegExp, string]> = [
	[/^\/reports\/devices/, 'Device reports need a Corporate or Tensor licence.'],
	[
		/^\/reports\/connections\/[^/]+\/.+/,
		'Summaries, transcripts and screenshots are add-ons to the licence.',
	],
	[/^\/reports/, 'Connection reports need a Premium, Corporate or Tensor licence.'],
	[/^\/EventLogging/, 'The event log needs a Tensor licence.'],
	[
		/^\/(users|usergroups|userroles|company|managed\/devices\/company|ssoDomain)/,
		'Company data usually needs a Premium, Corporate or Tensor licence.',
	],
	[/^\/teamviewerpolicies/, 'Policies need a Premium, Corporate or Tensor licence.'],
	[/^\/(monitoring|patchmanagement)/i, 'Monitoring needs the Remote Management licence.'],
];

/** The licence that a call needs; undefined where every one will do, or none is known. */
export function licenceFor({ path }: Pick<ApiRequest, 'path'>): string | undefined {
	return LICENCES.find(([pattern]) => pattern.test(path))?.[1];
}
