/** What TeamViewer calls a value, and the label of the field in which a user gave it. */
export interface Label {
	label: string;
	apiNames: readonly string[];
}

/** The labels of the fields that a text of TeamViewer's speaks of. A name that is a word of English counts in quotes only. */
export function labelsNamedIn(text: string, labels: readonly Label[]): string[] {
	const named = labels.filter(({ apiNames }) => apiNames.some((name) => isNamedIn(text, name)));
	return [...new Set(named.map(({ label }) => label))];
}

function isNamedIn(text: string, name: string): boolean {
	return new RegExp(isWord(name) ? `['"]${name}['"]` : `\\b${name}\\b`, 'i').test(text);
}

/** `name` and `Status` are words, `valid_until`, `EndDate` and `groupid` are not. */
function isWord(name: string): boolean {
	return !/_|.[A-Z]|^(device|group|origin|target|user)id$|^(device|group)name$/.test(name);
}
