import type { Finding } from './fact';

const MARKS: Record<Finding['outcome'], string> = {
	held: '✓',
	differs: '✗',
	answered: '?',
	untold: '–',
};

/** Findings as lines, and how many there were of each kind. */
export function printed(findings: Finding[]): string {
	const lines = findings.map(({ outcome, text, source, detail }) =>
		[
			`${MARKS[outcome]} ${text}`,
			detail === undefined ? '' : `${text.endsWith('?') ? '' : ':'} ${detail}`,
			` (${source})`,
		].join(''),
	);
	const count = (outcome: Finding['outcome']) =>
		findings.filter((finding) => finding.outcome === outcome).length;
	return [
		...lines,
		'',
		`${count('held')} facts held, ${count('differs')} differ, ${count('answered')} questions were answered, ${count('untold')} cannot be told here.`,
	].join('\n');
}
