/**
 * `n8n-node build` copies every picture of the tree into dist (documentation and test pictures too) and
 * leaves its own build files there. This task makes dist hold only what n8n loads.
 */
const { readdir, rm } = require('node:fs/promises');
const path = require('node:path');

const DIST = path.join(__dirname, 'dist');
const SHIPPED_FOLDERS = new Set(['credentials', 'icons', 'nodes']);

async function dist() {
	const entries = await readdir(DIST);
	await Promise.all(
		entries
			.filter((entry) => !SHIPPED_FOLDERS.has(entry))
			.map((entry) => rm(path.join(DIST, entry), { recursive: true, force: true })),
	);
}

exports.dist = dist;
exports.default = dist;
