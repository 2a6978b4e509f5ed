import { DAY, writeDate } from '../dates';
import type { Random } from '../random';
import { plainCode, secret, sessionCode } from './ids';
import { CUSTOMER_PEOPLE, SESSION_DESCRIPTIONS, WAITING_MESSAGES, emailOf } from './names';
import { atWork, type People } from './people';
import type { Session } from './types';

/** A session lives for a day unless its maker says otherwise (API manual). */
const DEFAULT_VALIDITY = DAY;

/**
 * A new open session with its code and links, as TeamViewer would hand it out at `createdAt` (ms). `fields` win;
 * links follow the code, and carry it without dashes (captured from the live service).
 */
export function openSession(
	random: Random,
	createdAt: number,
	fields: Partial<Session>,
	isTaken: (code: string) => boolean,
): Session {
	const code = fields.code ?? freeCode(random, isTaken);
	const plain = plainCode(code);
	const created = fields.created_at ?? writeDate(createdAt);
	return {
		code,
		state: 'Open',
		end_customer_link: `https://get.teamviewer.com/v15/${plain}`,
		supporter_link: `https://get.teamviewer.com/v15/${plain}-${secret(random, 12)}`,
		webclient_supporter_link: `https://login.teamviewer.com/Connect/IndexByol?sessioncode=${plain}&servicequeuetoken=${secret(random, 24)}&lang=en&displayName=Supporter`,
		created_at: created,
		valid_until: writeDate(Date.parse(created) + DEFAULT_VALIDITY),
		online: false,
		support_session_type: 'Default',
		...fields,
	};
}

/** What a helpdesk would have filled in. */
export function caseDetails(random: Random, people: People, createdAt: number): Partial<Session> {
	const customer = random.pick(CUSTOMER_PEOPLE);
	const assigned = random.chance(0.8) ? random.pick(atWork(people)).id : undefined;
	return {
		groupid: random.pick(people.groups).id,
		...(assigned === undefined
			? { assigned_userid: 'u0' }
			: { assigned_userid: assigned, assigned_at: writeDate(createdAt) }),
		description: random.pick(SESSION_DESCRIPTIONS),
		...(random.chance(0.5) ? { waiting_message: random.pick(WAITING_MESSAGES) } : {}),
		...(random.chance(0.8) ? { end_customer: { name: customer, email: emailOf(customer) } } : {}),
		...(random.chance(0.6) ? { custom_api: `TICKET-${random.whole(1000, 9999)}` } : {}),
	};
}

function freeCode(random: Random, isTaken: (code: string) => boolean): string {
	let code = sessionCode(random);
	while (isTaken(code)) code = sessionCode(random);
	return code;
}
