import { described, Untold, type Answer, type Api } from '../api';
import type { Question } from '../fact';

/** A call that no workflow needs, so that using it up harms none. */
const SPARE = '/users/effectivepermissions';
/** One more than the licence Free has in an hour (API manual). */
const CALLS = 301;
const AT_ONCE = 10;

export const quota: Question[] = [
	{
		question: 'Does an ordinary answer speak of a rate limit in its headers?',
		source: 'no source tells',
		ask: async (api) => limitHeaders(await api.get('/ping')) || 'no',
	},
	{
		question: `Are ${CALLS} calls of one function too many? The licence Free has 300 an hour`,
		source: 'API manual',
		spends: true,
		last: true,
		ask: async (api) => {
			for (let sent = 0; sent < CALLS;) {
				const size = Math.min(AT_ONCE, CALLS - sent);
				await Promise.all(Array.from({ length: size }, async () => await api.send('GET', SPARE)));
				sent += size;
				if (api.refusals.length > 0) return `yes, refused within ${sent} calls`;
			}
			return `no, all ${CALLS} were answered`;
		},
	},
	{
		question: 'How is a call refused when there were too many, and when may it come back?',
		source: 'no source tells',
		last: true,
		ask: async (api) => {
			const refusal = firstRefusal(api);
			return `${described(refusal)}, ${limitHeaders(refusal) || 'no header tells'}`;
		},
	},
	{
		question: 'Do refused calls count, so that asking again puts off the time to come back?',
		source: 'no source tells',
		last: true,
		ask: async (api) => {
			const refusal = firstRefusal(api);
			const waits = [secondsIn(refusal)];
			for (let asked = 0; asked < 3; asked++) waits.push(secondsIn(await refusal.again()));
			const grew = waits.some((wait, index) => index > 0 && wait > (waits[index - 1] ?? wait));
			return `${grew ? 'yes' : 'no'}, Retry-After was ${waits.join(', ')} seconds`;
		},
	},
];

function firstRefusal(api: Api) {
	const [refusal] = api.refusals;
	if (!refusal) throw new Untold('no call of this run was refused');
	return refusal;
}

function limitHeaders({ headers }: Answer): string {
	return [...headers.entries()]
		.filter(([name]) => /rate|limit|retry|quota/i.test(name))
		.map(([name, value]) => `${name}: ${value}`)
		.join(', ');
}

function secondsIn({ headers }: Answer): number {
	const wait = headers.get('Retry-After') ?? '';
	if (!/^\d+$/.test(wait)) throw new Untold('a refusal does not say in Retry-After when it ends');
	return Number(wait);
}
