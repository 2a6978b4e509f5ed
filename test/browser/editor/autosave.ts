import type { Page } from 'playwright-core';

/**
 * Does something that puts a text into the workflow, and waits until n8n has saved the workflow with it. What is typed reaches
 * the workflow a moment later only; a person is not quick enough to notice.
 */
export async function untilSaved(page: Page, text: string, act: () => Promise<void>) {
	const written = JSON.stringify(text).slice(1, -1);
	const saved = page.waitForResponse(
		(response) =>
			response.ok() &&
			response.request().method() === 'PATCH' &&
			response.url().includes('/rest/workflows/') &&
			(response.request().postData()?.includes(written) ?? false),
	);
	await act();
	await saved;
}
