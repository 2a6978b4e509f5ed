import type { Failure } from './failure';

/** Longest text of TeamViewer's that an error repeats, in characters: enough for every sentence, too little for a page. */
const LONGEST_TEXT = 500;

/** `password`, `current_device_password`, `sso_customer_id` */
const SECRET_KEY = /password|^sso_customer_id$/i;

/** A failure in TeamViewer's words without secrets, should it echo one, and without a whole page of them. */
export function conceal(failure: Failure, secrets: string[]): Failure {
	const told = (text: string | undefined) => {
		const concealed = secrets.reduce(
			(result, secret) => result.replace(new RegExp(escaped(secret), 'gi'), '…'),
			text ?? '',
		);
		return concealed.length > LONGEST_TEXT
			? `${concealed.slice(0, LONGEST_TEXT)}…`
			: concealed || undefined;
	};
	return {
		...failure,
		category: told(failure.category),
		description: told(failure.description),
		signature: told(failure.signature),
	};
}

/** What a request's body holds that nobody may read: TeamViewer's refusal could repeat it. */
export function secretsIn(body: object = {}): string[] {
	return Object.entries(body).flatMap(([key, value]: [string, unknown]) =>
		SECRET_KEY.test(key) && typeof value === 'string' && value !== '' ? [value] : [],
	);
}

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
