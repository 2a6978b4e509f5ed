import { field, first, type Api } from '../api';
import type { Fact, Question } from '../fact';
import { shaped } from '../shape';

const PS = "TeamViewer's PowerShell module";

const domainsOf = async (api: Api) => await api.list('/ssoDomain', 'domains');
const anyDomain = async (api: Api) =>
	`/ssoDomain/${String(field(first(await domainsOf(api), 'domain'), 'DomainId'))}`;

const EMAILS = { emails: 'list', continuation_token: 'text?' } as const;

export const ssoDomains: Array<Fact | Question> = [
	shaped('Domains of single sign-on come with id and name', PS, domainsOf, {
		DomainId: 'GUID',
		DomainName: 'text',
	}),
	{
		question: 'Does one domain come bare or wrapped?',
		source: 'sources disagree',
		ask: async (api) =>
			field(await api.one(await anyDomain(api)), 'domains') === undefined ? 'bare' : 'wrapped',
	},
	shaped(
		'Who signs in elsewhere comes in emails',
		PS,
		async (api) => [await api.one(`${await anyDomain(api)}/inclusion`)],
		EMAILS,
	),
	shaped(
		'Who does not sign in elsewhere comes in emails',
		PS,
		async (api) => [await api.one(`${await anyDomain(api)}/exclusion`)],
		EMAILS,
	),
];
