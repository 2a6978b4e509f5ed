import fc from 'fast-check';

/** One thing that may be wrong with an answer, wherever it is. */
export interface Mutation {
	/** Chooses the place, modulo how many there are. */
	place: number;
	kind: 'remove' | 'replace' | 'truncate' | 'page' | 'whole' | 'status';
	value: unknown;
}

/** What a value may turn into: every type, hostile keys, markup, the ends of number ranges. */
const replacement = fc.oneof(
	fc.constantFrom<unknown>(
		null,
		true,
		false,
		0,
		-1,
		1e308,
		'',
		'null',
		'<b>HTML</b>',
		'../../account',
		'9999-99-99T99:99:99Z',
		[],
		{},
		[null],
		[[]],
		['text'],
		{ length: 3 },
		{ toString: 'text', valueOf: 1 },
		{ then: 'text' },
	),
	fc.jsonValue({ maxDepth: 3 }),
	fc.string({ unit: 'binary', maxLength: 30 }),
);

const mutation: fc.Arbitrary<Mutation> = fc.record({
	place: fc.nat(),
	kind: fc.oneof(
		{ weight: 3, arbitrary: fc.constant<Mutation['kind']>('remove') },
		{ weight: 8, arbitrary: fc.constant<Mutation['kind']>('replace') },
		{
			weight: 3,
			arbitrary: fc.constantFrom<Mutation['kind']>('truncate', 'page', 'whole', 'status'),
		},
	),
	value: replacement,
});

/** The same mutations on every run. */
export function mutations(count: number): Mutation[] {
	return fc.sample(mutation, { numRuns: count, seed: 20_230_301 });
}

/** An answer that went wrong: its status, and its body as n8n-core hands it over: parsed where it is JSON, else text. */
export function mutated(
	answer: { status: number; body: unknown },
	{ place, kind, value }: Mutation,
): { status: number; body: unknown } {
	const { status } = answer;
	const text = JSON.stringify(answer.body ?? null);
	if (kind === 'truncate') return { status, body: parsed(text.slice(0, place % text.length)) };
	if (kind === 'page') return { status, body: '<!DOCTYPE html><html><body>Sign in</body></html>' };
	if (kind === 'whole') return { status, body: value };
	if (kind === 'status') {
		const statuses = [300, 400, 401, 403, 404, 409, 418, 422, 429, 500, 502, 503];
		return { status: statuses[place % statuses.length] as number, body: value };
	}
	const body: unknown = JSON.parse(text);
	const places = placesIn(body);
	const chosen = places[place % places.length];
	if (!chosen) return { status, body: value };
	if (kind === 'replace') chosen.parent[chosen.key] = value;
	else if (Array.isArray(chosen.parent)) chosen.parent.splice(Number(chosen.key), 1);
	else delete chosen.parent[chosen.key];
	return { status, body };
}

interface Place {
	parent: Record<string, unknown>;
	key: string;
}

/** Every key and index; the deeper ones of long lists only for the first records. */
function placesIn(value: unknown): Place[] {
	if (typeof value !== 'object' || value === null) return [];
	const parent = value as Record<string, unknown>;
	const keys = Object.keys(parent).slice(0, 12);
	return keys.flatMap((key) => [{ parent, key }, ...placesIn(parent[key])]);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}
