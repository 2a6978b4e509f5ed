/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, is never shipped */

/**
 * Tells the person who waits one line, from within a test: jest's own console would add a heading and a place in the code to
 * every line.
 */
export function sayPlainly(line: string): void {
	process.stdout.write(`   ${line}\n`);
}
