/* eslint-disable @n8n/community-nodes/no-restricted-imports, no-console -- runs on a developer's machine, is never shipped */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { canvasPicture } from '../browser/canvasPicture';
import { launchChromium } from '../browser/chromium';
import { Editor } from '../browser/editor/editor';
import { ExampleRunner } from '../e2e/examples/ExampleRunner';
import { DEMO_OWNER } from '../n8n/sandboxedN8n';
import { createSandbox } from '../sandbox';
import { ensureBuilt } from './build';
import { EXAMPLES } from './examples';
import { fingerprint, FINGERPRINTS, pictureOf, PICTURES } from './examplePictures';

const say = (line: string) => console.log(`  ${line}`);

/**
 * `npm run pictures`: takes the pictures of the examples for the documentation anew, each from the canvas of a
 * real n8n, and notes which version of the example each one shows.
 *
 * @returns the exit code
 */
export async function main(): Promise<number> {
	await ensureBuilt(say);
	await mkdir(PICTURES, { recursive: true });
	const runner = await ExampleRunner.start(createSandbox(), {
		folder: 'pictures',
		timeZone: 'Europe/Berlin',
		modelUrl: 'https://api.openai.com/v1',
	});
	try {
		const { n8n, proxy } = runner.stage;
		const browser = await launchChromium(proxy);
		const editor = new Editor(await browser.newPage(), n8n.url);
		await editor.signIn(DEMO_OWNER);
		const shown: Record<string, string> = {};
		for (const name of EXAMPLES) {
			const { id, nodes } = await runner.import(name);
			await editor.openWorkflow(id);
			const picture = await canvasPicture(editor.page, nodes);
			await writeFile(pictureOf(name), picture);
			shown[name] = await fingerprint(name);
			say(`${path.basename(pictureOf(name))}: ${Math.ceil(picture.length / 1024)} kB`);
		}
		await writeFile(FINGERPRINTS, `${JSON.stringify(shown, null, '\t')}\n`);
		await browser.close();
	} finally {
		await runner.stop();
	}
	return 0;
}
