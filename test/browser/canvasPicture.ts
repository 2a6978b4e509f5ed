import type { INode } from 'n8n-workflow';
import type { Page } from 'playwright-core';
import { boxAround } from './canvasLayout';

/**
 * Everything of the editor that lies on or beside the canvas, and what n8n offers on a node for the next step; the dots
 * behind it too, which make up most of a picture's size.
 */
const WITHOUT_EDITOR = `
	.vue-flow__background, [data-test-id=canvas-controls], [data-test-id=canvas-minimap], [data-test-id=canvas-handle-plus-wrapper],
	[data-test-id=canvas-node-toolbar], [data-test-id^=execute-workflow-button], [data-test-id=workflow-chat-button],
	[data-test-id=node-creator-plus-button], [data-test-id=command-bar-button], [data-test-id=add-sticky-button],
	[data-test-id=toggle-focus-panel-button], [data-test-id=instance-ai-canvas-action-button],
	[data-test-id=canvas-wrapper] > :has([data-test-id=execute-workflow-button]) *, :has(> * > [data-test-id^=radio-button]), .el-notification { visibility: hidden !important }
`;

/** The widest and the highest that a picture gets, in pixels. */
const WIDEST = 1200;
const HIGHEST = 1000;

/** Around the workflow, in pixels. */
const MARGIN = 40;

/** Photographs the workflow that is open in the editor, whole and without the editor around it. @returns a PNG */
export async function canvasPicture(page: Page, nodes: INode[]): Promise<Buffer> {
	const { left, top, right, bottom } = boxAround(nodes);
	const zoom = Math.min(
		1,
		(WIDEST - 2 * MARGIN) / (right - left),
		(HIGHEST - 2 * MARGIN) / (bottom - top),
	);
	await growCanvas(page, {
		width: Math.round((right - left) * zoom) + 2 * MARGIN,
		height: Math.round((bottom - top) * zoom) + 2 * MARGIN,
	});
	await page.getByTestId('zoom-to-fit').click();
	await page.mouse.move(0, 0);
	return await page.getByTestId('canvas').screenshot({
		style: WITHOUT_EDITOR,
		animations: 'disabled',
		caret: 'hide',
	});
}

interface Size {
	width: number;
	height: number;
}

/** Makes the window so large that the canvas in it has this size. */
async function growCanvas(page: Page, wanted: Size): Promise<void> {
	const window = page.viewportSize();
	const canvas = await page.getByTestId('canvas').boundingBox();
	if (window === null || canvas === null) throw new Error('There is no canvas to photograph');
	await page.setViewportSize({
		width: window.width - Math.round(canvas.width) + wanted.width,
		height: window.height - Math.round(canvas.height) + wanted.height,
	});
}
