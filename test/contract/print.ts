import type { Finding } from './fact';

const WORDS: Record<Finding['outcome'], string> = {
	held: '✓',
	differs: '✗ **differs**',
	answered: 'answer',
	untold: 'cannot be told',
};

/** Findings as a table that can be pasted into an issue, and how many there were of each kind. */
export function printed(findings: Finding[]): string {
	const rows = findings.map(({ outcome, text, source, detail = '' }) =>
		[WORDS[outcome], text, masked(detail), source].map((cell) => cell.replaceAll('|', '\\|')),
	);
	const count = (outcome: Finding['outcome']) =>
		findings.filter((finding) => finding.outcome === outcome).length;
	return [
		'| | Fact or question | Seen | Source |',
		'| --- | --- | --- | --- |',
		...rows.map((cells) => `| ${cells.join(' | ')} |`),
		'',
		`${count('held')} facts held, ${count('differs')} differ, ${count('answered')} questions were answered, ${count('untold')} cannot be told here.`,
	].join('\n');
}

/** An issue is read by everybody: ids, codes and addresses are left out, whatever a probe has seen. */
function masked(detail: string): string {
	return detail
		.replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/gi, '<GUID>')
		.replace(/[^\s"'<>,]+@[^\s"'<>,]+/g, '<email>')
		.replace(/s?\d{3}-\d{3}-\d{3}/g, '<code>')
		.replace(/\d{6,}/g, '<number>');
}
