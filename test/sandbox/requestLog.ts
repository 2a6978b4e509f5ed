/** One request as it reached the sandbox, and what became of it. */
export interface RecordedRequest {
	method: string;
	host: string;
	path: string;
	/** The last value where a parameter came twice. */
	query: Record<string, string>;
	/** Parsed JSON, the fields of a form, other text as it was, undefined without a body. */
	body: unknown;
	contentType: string;
	/** Scheme and the token's last four characters: `Bearer …x7Qp`; empty without the header. */
	authorization: string;
	/** Which token was sent: `user`, `company`, `script`, `limited-1`, `oauth-2`; undefined for an unknown one. */
	tokenId: string | undefined;
	/** Undefined while the answer is under way. */
	status: number | undefined;
	/** The fault that answered instead of TeamViewer, or undefined. */
	fault: string | undefined;
	/** The sandbox's clock at arrival, in milliseconds. */
	at: number;
	/** Size of the answer's body. */
	bytes: number;
}

/** A body as somebody reading the log wants it. */
export function readableBody(text: string, contentType: string): unknown {
	if (text === '') return undefined;
	if (contentType.includes('application/x-www-form-urlencoded')) {
		return Object.fromEntries(new URLSearchParams(text));
	}
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}

/** Enough of a header to recognise it by, and too little to use it. */
export function maskAuthorization(header: string | null): string {
	if (header === null) return '';
	const [scheme = '', value = ''] = header.split(' ', 2);
	return `${scheme} …${value.slice(-4)}`;
}
