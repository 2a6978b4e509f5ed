/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { SandboxedN8n } from '../n8n/sandboxedN8n';
import { ARTIFACTS, ROOT } from '../n8n/paths';
import { Album } from './album';
import { launchChromium } from './chromium';
import { Editor } from './editor/editor';

/** The pictures that the documentation shows. */
const PICTURES = path.join(ROOT, 'docs', 'pictures');

/** How long anything on a page may take to appear, in milliseconds: only a broken page, or a very busy machine, needs that long. */
const PATIENCE_MS = 180_000;

/** The size of the window. */
export const WINDOW = { width: 1440, height: 900 };

/** Somebody who sits in front of an n8n, with a camera. */
export interface Person {
	editor: Editor;
	page: Page;
	album: Album;
	/** Makes the window as high as this for a while, so that all of a long panel is to be seen. */
	withHighWindow(height: number, look: () => Promise<void>): Promise<void>;
	/** Keeps what every window shows, for whoever looks for the reason of a failure. */
	keepEvidence(name: string): Promise<void>;
	leave(): Promise<void>;
}

export interface PersonOptions {
	/** The folder of `.artifacts` that the screenshots go to. */
	folder: string;
	/** Whether the documentation's pictures are to be made anew. */
	takePictures: boolean;
}

/** Starts a browser for an n8n and TeamViewer's stand-in. It speaks English and is in the light. */
export async function sitDownAt(
	{ n8n, proxy }: SandboxedN8n,
	{ folder, takePictures }: PersonOptions,
): Promise<Person> {
	const album = await Album.begin(
		path.join(ARTIFACTS, folder),
		takePictures ? PICTURES : undefined,
	);
	const browser: Browser = await launchChromium(proxy);
	const context: BrowserContext = await browser.newContext({
		viewport: WINDOW,
		locale: 'en-US',
		timezoneId: 'UTC',
		colorScheme: 'light',
	});
	context.setDefaultTimeout(PATIENCE_MS);
	const page = await context.newPage();
	return {
		editor: new Editor(page, n8n.url),
		page,
		album,
		withHighWindow: async (height, look) => {
			await page.setViewportSize({ ...WINDOW, height });
			try {
				await look();
			} finally {
				await page.setViewportSize(WINDOW);
			}
		},
		keepEvidence: async (name) => {
			for (const [i, each] of context.pages().entries()) {
				await album.addFailure(each, `${name}-${i + 1}`);
			}
		},
		leave: async () => await browser.close(),
	};
}
