import type { INodeProperties } from 'n8n-workflow';

import { InvalidInput } from '../errors/invalidInput';
import { quoted } from '../errors/quoted';
import { field, type Field, type Wording } from './field';
import { plainText, trimmedText } from './plainText';

interface TextWording extends Wording {
	placeholder: string;
	/** Counted in characters. Source of the limits: the API manual, the OpenAPI document. */
	minLength?: number;
	maxLength?: number;
	/** What an update sends for a field left empty; left out where TeamViewer cannot clear it. */
	cleared?: string;
	default?: string;
	/** Makes of the text what TeamViewer takes, or throws. */
	check?: (text: string, label: string) => string;
}

/** A name, an ID or something to look for: blanks around it mean nothing. */
export function text(wording: TextWording): Field<string | undefined> {
	return textField(wording, {}, trimmedText);
}

/** What people write to each other, which goes untouched. */
export function freeText(wording: TextWording & { rows?: number }): Field<string | undefined> {
	const { rows } = wording;
	return textField(wording, rows ? { typeOptions: { rows } } : {}, plainText);
}

/** What programs leave for each other: any text, which goes untouched; an object from an expression is kept as JSON. */
export function dataText(wording: TextWording): Field<string | undefined> {
	return textField(wording, {}, (value, label) =>
		plainText(typeof value === 'object' && value !== null ? JSON.stringify(value) : value, label),
	);
}

function textField(
	wording: TextWording,
	shown: Partial<INodeProperties>,
	read: (value: unknown, label: string) => string | undefined,
): Field<string | undefined> {
	const { placeholder, cleared, check = asIs } = wording;
	return field<string | undefined>(
		wording,
		{ type: 'string', ...shown, default: wording.default ?? '', placeholder },
		(value, label) => {
			const given = read(value, label);
			if (given === undefined) return undefined;
			checkLength(given, label, wording);
			return check(given, label);
		},
		cleared,
	);
}

/** An email address in a {@link text}. */
export function checkEmail(address: string, label: string): string {
	if (/^[^\s@]+@[^\s@]+$/.test(address)) return address;
	throw new InvalidInput(
		`'${label}' is ${quoted(address)}, which is not an email address`,
		'Use an address like nathan@example.com.',
	);
}

/** A phone number in a {@link text}. Source of the form: TeamViewer's OpenAPI document. */
export function checkPhoneNumber(number: string, label: string): string {
	if (/^\+?[\d ()/-]+$/.test(number)) return number;
	throw new InvalidInput(
		`'${label}' is ${quoted(number)}, which is not a phone number`,
		'Use digits, blanks, brackets, slashes and dashes, e.g. +49 151 0000000.',
	);
}

/** @throws {InvalidInput} for a text that is too short or too long. */
export function checkLength(
	given: string,
	label: string,
	{ minLength = 0, maxLength = Infinity }: Pick<TextWording, 'minLength' | 'maxLength'>,
): void {
	const { length } = given;
	if (length > maxLength) {
		throw new InvalidInput(
			`'${label}' is ${thousands(length)} characters long; TeamViewer takes at most ${thousands(maxLength)}`,
			'Shorten the text.',
		);
	}
	if (length < minLength) {
		throw new InvalidInput(
			`'${label}' is ${thousands(length)} characters long; TeamViewer takes at least ${thousands(minLength)}`,
			'Give a longer text.',
		);
	}
}

function thousands(count: number): string {
	return count.toLocaleString('en-US');
}

function asIs(given: string): string {
	return given;
}
