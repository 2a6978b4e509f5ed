/** The forms that TeamViewer's answers come in, by source and by endpoint: a client has to read all of them. */
export interface Dialect {
	/** `20130116T194014Z` in every manual's reports, milliseconds at newer endpoints. */
	dates: 'extended' | 'basic' | 'milliseconds';
	/** What is absent: left out, or null in every row of a list that another row has a value for. */
	absent: 'leftOut' | 'null';
	/** Lower case live, upper case in the manual. */
	reportIds: 'lower' | 'upper';
	/** `Id` in the OpenAPI document and the manual's example. */
	deviceReportIdKey: 'id' | 'Id';
	/** Of newer endpoints: as documented, or with the other case of the first letter. */
	keys: 'documented' | 'otherCase';
	/** Whether what is documented as wrapped comes bare, and the other way round. */
	wrapping: 'documented' | 'other';
}

export const USUAL_DIALECT: Dialect = {
	dates: 'extended',
	absent: 'leftOut',
	reportIds: 'lower',
	deviceReportIdKey: 'id',
	keys: 'documented',
	wrapping: 'documented',
};

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Endpoints whose keys differ in case between sources. */
const NEWER = /\/(managed|usergroups|userroles|monitoring|eventlogging|ssodomain)\b/i;

/** What is found in a wrapper by one source and bare by another. */
const WRAPPERS: ReadonlyArray<[method: string, path: RegExp, key: string, single: boolean]> = [
	['GET', /\/devices\/d\d+$/i, 'devices', true],
	['GET', /\/contacts\/c\d+$/i, 'contacts', true],
	['GET', /\/teamviewerpolicies\/[^/]+$/i, 'policies', true],
	['GET', /\/ssodomain\/[^/]+$/i, 'domains', true],
	['POST', /\/userroles$/i, 'Role', false],
	['GET', /\/userroles\/permissions$/i, 'Permissions', false],
	['GET', /\/monitoring\/devices$/i, 'devices', false],
	['GET', /\/monitoring$/i, 'devices', false],
];

/** The same answer in another dialect; errors and what is no JSON stay as they are. */
export async function inDialect(
	dialect: Dialect,
	{ method, path }: { method: string; path: string },
	response: Response,
): Promise<Response> {
	const isUsual = Object.entries(USUAL_DIALECT).every(
		([name, value]) => dialect[name as keyof Dialect] === value,
	);
	const type = response.headers.get('Content-Type') ?? '';
	if (isUsual || response.status >= 300 || !type.includes('json')) return response;
	if (/\/(oauth2|ping)\b/.test(path)) return response;
	let body = (await response.json()) as Json;
	if (dialect.wrapping === 'other') body = wrappedOtherwise(method, path, body);
	if (dialect.absent === 'null') body = withNulls(body);
	if (path.includes('/reports/')) body = withReportIds(dialect, path, body);
	if (dialect.dates !== 'extended') body = withDates(dialect.dates, body);
	if (dialect.keys === 'otherCase' && NEWER.test(path)) body = withKeys(flipped, body);
	return new Response(JSON.stringify(body), { status: response.status, headers: response.headers });
}

function wrappedOtherwise(method: string, path: string, body: Json): Json {
	const entry = WRAPPERS.find(([verb, pattern]) => verb === method && pattern.test(path));
	if (entry === undefined) return body;
	const [, , key, single] = entry;
	const inside = isObject(body) ? body[key] : undefined;
	if (inside === undefined) return { [key]: single ? [body] : body };
	return single && Array.isArray(inside) ? (inside[0] ?? null) : inside;
}

/** Every row of a list gets the keys that any row of it has. */
function withNulls(value: Json): Json {
	if (Array.isArray(value)) {
		const keys = new Set(value.filter(isObject).flatMap((row) => Object.keys(row)));
		return value.map((row) =>
			isObject(row)
				? Object.fromEntries([...keys].map((key) => [key, withNulls(row[key] ?? null)]))
				: row,
		);
	}
	return mapObject(value, withNulls);
}

function withReportIds(dialect: Dialect, path: string, value: Json): Json {
	const rename = path.includes('/reports/devices') && dialect.deviceReportIdKey === 'Id';
	const change = (inner: Json): Json => {
		if (Array.isArray(inner)) return inner.map(change);
		if (!isObject(inner)) return inner;
		return Object.fromEntries(
			Object.entries(inner).map(([key, field]) => {
				const isId = (key === 'id' || key === 'next_offset') && typeof field === 'string';
				const shown = isId && dialect.reportIds === 'upper' ? field.toUpperCase() : change(field);
				return [rename && key === 'id' ? 'Id' : key, shown];
			}),
		);
	};
	return change(value);
}

function withDates(dates: 'basic' | 'milliseconds', value: Json): Json {
	if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value)) {
		return dates === 'basic' ? value.replace(/[-:]/g, '') : value.replace('Z', '.000Z');
	}
	if (Array.isArray(value)) return value.map((inner) => withDates(dates, inner));
	return mapObject(value, (inner) => withDates(dates, inner));
}

function withKeys(rename: (key: string) => string, value: Json): Json {
	if (Array.isArray(value)) return value.map((inner) => withKeys(rename, inner));
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [
			rename(key),
			// The names of rights are no keys of TeamViewer's: a change takes them as values.
			key === 'Permissions' ? inner : withKeys(rename, inner),
		]),
	);
}

/** `isOnline` for `IsOnline` and the other way round. */
function flipped(key: string): string {
	const first = key.charAt(0);
	const other = first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase();
	return other + key.slice(1);
}

function mapObject(value: Json, change: (inner: Json) => Json): Json {
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner)]));
}

function isObject(value: Json): value is { [key: string]: Json } {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
