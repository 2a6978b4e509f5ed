/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the sources */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..', '..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const OURS = 'https://github.com/n8n-nodes-teamviewer/n8n-nodes-teamviewer';

/** GitHub's anchors of a page's headings. */
function anchorsOf(file: string): string[] {
	return [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
		heading
			.toLowerCase()
			.replace(/[^\w -]/g, '')
			.replace(/ /g, '-'),
	);
}

const sources = ['nodes', 'credentials'].flatMap((folder) =>
	readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.(ts|json)$/.test(file))
		.map((file) => path.join(folder, file)),
);
const links = sources.flatMap((file) =>
	[...read(file).matchAll(new RegExp(`${OURS}([^"'\`\\s]*)`, 'g'))].map(([, rest = '']) => ({
		file,
		rest,
	})),
);

it.each(links)('The link $rest in $file leads to something that is there', ({ rest }) => {
	const [, page = 'README.md', anchor] = /^(?:\/blob\/HEAD\/([^#]+))?(?:#(.+))?$/.exec(rest) ?? [];
	expect(read(page).length).toBeGreaterThan(0);
	if (anchor !== undefined) expect(anchorsOf(page)).toContain(anchor);
});

it('n8n hangs its own query on the address of a node’s documentation, so that has no anchor', () => {
	for (const file of sources.filter((source) => source.endsWith('.node.json'))) {
		const { resources } = JSON.parse(read(file)) as {
			resources: { primaryDocumentation: Array<{ url: string }> };
		};
		for (const { url } of resources.primaryDocumentation) expect(url).not.toContain('#');
	}
});
