import type { Context } from 'hono';
import { z, type ZodIssue } from 'zod';
import { readDate } from '../dates';
import { type Refusal, invalidRequest } from '../errors';

/** The forms of TeamViewer's ids and values, as a query or a body carries them. */
export const form = {
	user: z.string().regex(/^u\d+$/, 'is no user id'),
	group: z.string().regex(/^g\d+$/, 'is no group id'),
	device: z.string().regex(/^d\d+$/, 'is no device id'),
	remoteControl: z.string().regex(/^r\d+$/, 'is no remote-control id'),
	teamViewerId: z.string().regex(/^\d{8,10}$/, 'is no TeamViewer ID'),
	sessionCode: z.string().regex(/^s\d{3}-?\d{3}-?\d{3}$/, 'is no session code'),
	guid: z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'is no GUID'),
	/** Live clients write `True` and `False` as well. */
	flag: z
		.string()
		.regex(/^(true|false)$/i, "is neither 'true' nor 'false'")
		.transform((text) => text.toLowerCase() === 'true'),
	onlineState: z.enum(['online', 'busy', 'away', 'offline']),
	contact: z.string().regex(/^c\d+$/, 'is no contact id'),
	/** An int64 without a letter, in a path or a query. */
	number: z.string().regex(/^\d{1,18}$/, 'is no number'),
	text: z.string().min(1, 'is empty'),
	email: z
		.string()
		.min(6, 'is too short')
		.max(100, 'is too long')
		.regex(/^[^@\s]+@[^@\s]+$/, 'is no email address'),
	/** A name of a device, a group or a user group. */
	name: z.string().min(1, 'is empty').max(100, 'is too long'),
	/** A date in TeamViewer's form, read as milliseconds. */
	date: z.string().transform((text, refinement) => {
		const moment = readDate(text);
		if (moment !== undefined) return moment;
		refinement.addIssue({ code: 'custom', message: 'is no date such as 2026-01-31T08:15:00Z' });
		return z.NEVER;
	}),
};

/** The query of a GET or DELETE: unknown parameters, repeated ones and wrong forms are a 400 that names them. */
export function readQuery<Schema extends z.ZodTypeAny>(
	context: Context,
	schema: Schema,
): z.output<Schema> {
	const query: Record<string, string> = {};
	for (const [name, value] of new URL(context.req.url).searchParams) {
		if (name in query) throw invalidRequest(`Parameter '${name}' was given twice.`);
		query[name] = value;
	}
	return read(schema, query);
}

/**
 * The JSON of a POST or PUT, under the same rules; a query is refused there (API manual). Live clients spell keys in
 * several cases for one and the same call, so keys are read without case.
 */
export async function readBody<Schema extends z.ZodTypeAny>(
	context: Context,
	schema: Schema,
): Promise<z.output<Schema>> {
	refuseQuery(context);
	if (!/^application\/json\b/i.test(context.req.header('Content-Type') ?? '')) {
		throw invalidRequest("The body has to come as 'application/json'.");
	}
	return read(schema, spelled(schema, parseJson(await context.req.text())));
}

/** For calls that take nothing at all. */
export function refuseQuery(context: Context): void {
	readQuery(context, z.object({}).strict());
}

/** An id out of the path, in its form. */
export function readPath(context: Context, name: string, schema: z.ZodString): string {
	return read(z.object({ [name]: schema }), { [name]: context.req.param(name) })[name] ?? '';
}

/** Fields that came some other way, under the same rules. */
export function readFields<Schema extends z.ZodTypeAny>(
	schema: Schema,
	fields: unknown,
): z.output<Schema> {
	return read(schema, spelled(schema, fields));
}

/** For PUT and POST calls without a body. */
export async function refuseBody(context: Context): Promise<void> {
	refuseQuery(context);
	if ((await context.req.text()) !== '') throw invalidRequest('This call takes no body.');
}

/** The same value with its keys spelled as the schema spells them. */
function spelled(schema: z.ZodTypeAny, value: unknown): unknown {
	const bare = unwrapped(schema);
	if (bare instanceof z.ZodArray && Array.isArray(value)) {
		const { element } = bare as z.ZodArray<z.ZodTypeAny>;
		return value.map((item) => spelled(element, item));
	}
	if (!(bare instanceof z.ZodObject) || typeof value !== 'object' || value === null) return value;
	const shape = bare.shape as z.ZodRawShape;
	const names = new Map(Object.keys(shape).map((name) => [name.toLowerCase(), name]));
	return Object.fromEntries(
		Object.entries(value).map(([key, field]) => {
			const name = names.get(key.toLowerCase()) ?? key;
			const inner = shape[name];
			return [name, inner === undefined ? (field as unknown) : spelled(inner, field)];
		}),
	);
}

/** What is checked, without the layers that allow it to be absent or check more. */
function unwrapped(schema: z.ZodTypeAny): z.ZodTypeAny {
	if (schema instanceof z.ZodEffects) return unwrapped(schema.innerType() as z.ZodTypeAny);
	if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
		return unwrapped(schema.unwrap() as z.ZodTypeAny);
	}
	return schema;
}

function read<Schema extends z.ZodTypeAny>(schema: Schema, input: unknown): z.output<Schema> {
	const result = schema.safeParse(input);
	if (result.success) return result.data as z.output<Schema>;
	const [issue] = result.error.issues;
	throw issue === undefined ? invalidRequest('The request is invalid.') : refusalFor(issue);
}

function refusalFor(issue: ZodIssue): Refusal {
	const name = issue.path.join('.');
	if (issue.code === 'unrecognized_keys') {
		return invalidRequest(
			`Unknown parameter '${[name, issue.keys[0]].filter(Boolean).join('.')}'.`,
			[name, issue.keys[0]].filter(Boolean).join('.'),
		);
	}
	if (name === '') return invalidRequest(issue.message);
	if (issue.code === 'invalid_type' && issue.received === 'undefined') {
		return invalidRequest(`Parameter '${name}' is missing.`, name);
	}
	return invalidRequest(`Parameter '${name}' is invalid: ${issue.message}.`, name);
}

/** The value that a body holds, or a 400. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		throw invalidRequest('The body is no valid JSON.');
	}
}
