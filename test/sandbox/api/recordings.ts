import { Hono, type Context } from 'hono';
import { drawScreenshot } from '../company/picture';
import type { Recording } from '../company/types';
import { authorize } from './authorization';
import { form, readPath, refuseQuery } from './input';
import { existing, tellErrorsInTheNewerWay } from './newerErrors';
import type { ApiEnv, Service } from './service';

/**
 * What was recorded of a connection: summaries, transcripts, screenshots. These are newer endpoints: they answer 404
 * for what they do not have, and errors come in the newer body. Where nothing was written or taken, transcripts and
 * screenshots are empty lists; a summary that does not exist is a 404.
 */
export function recordingRoutes(service: Service): Hono<ApiEnv> {
	const routes = new Hono<ApiEnv>();
	const readable = authorize(service, {
		oneOf: ['Connections.Read'],
		permission: 'Session Insights: view summaries',
		newer: true,
	});

	routes.get('/:id/ai-summary', readable, (context) =>
		context.json(existing(recordingOf(context).aiSummary)),
	);
	routes.get('/:id/augmented-session-summary', readable, (context) =>
		context.json(existing(recordingOf(context).augmentedSummary)),
	);
	routes.get('/:id/chat-transcript', readable, (context) =>
		context.json(recordingOf(context).chat ?? []),
	);
	routes.get('/:id/voice-transcript', readable, (context) =>
		context.json(recordingOf(context).voice ?? []),
	);
	routes.get('/:id/screenshots', readable, (context) =>
		context.json(recordingOf(context).screenshots ?? []),
	);
	routes.get('/:id/:screenshotId/screenshot', readable, (context) => {
		const id = readPath(context, 'screenshotId', form.guid).toLowerCase();
		const screenshots = recordingOf(context).screenshots ?? [];
		const { screenshotId, mimeType } = existing(
			screenshots.find((screenshot) => screenshot.screenshotId === id),
		);
		const picture = drawScreenshot(Number.parseInt(screenshotId.slice(0, 4), 16));
		return context.body(picture, 200, { 'Content-Type': mimeType });
	});

	return tellErrorsInTheNewerWay(routes);

	function recordingOf(context: Context<ApiEnv>): Recording {
		refuseQuery(context);
		const id = readPath(context, 'id', form.guid);
		existing(service.company.reportShelf.find(id));
		return service.company.recordings.get(id.toUpperCase()) ?? {};
	}
}
