import { writeDate } from '../dates';
import type { AuditEvent } from './types';

/** What an event log's reader wants to know of something that was done. */
export interface Deed {
	/** In words, as TeamViewer answers: `User created`. */
	name: string;
	/** In words: `Company administration`. */
	type: string;
	author: { name?: string; email?: string };
	/** What it was done to. */
	affected: string;
	details?: Array<{ property: string; before?: string | null; after?: string | null }>;
}

/** The company's event log, newest first. */
export class AuditTrail {
	readonly events: AuditEvent[] = [];

	constructor(private readonly now: () => number) {}

	/** Adds events that stand in order already. */
	write(events: AuditEvent[]): void {
		this.events.push(...events);
	}

	/** Puts one event where its time belongs, in front of others of the same second. */
	add(event: AuditEvent): AuditEvent {
		const at = event.Timestamp ?? '';
		const place = this.events.findIndex(({ Timestamp }) => (Timestamp ?? '') <= at);
		this.events.splice(place === -1 ? this.events.length : place, 0, event);
		return event;
	}

	/** Something was done just now. */
	tell({ name, type, author, affected, details = [] }: Deed): AuditEvent {
		return this.add({
			EventName: name,
			EventType: type,
			Timestamp: writeDate(this.now()),
			Author: author.name,
			AuthorEmail: author.email,
			AffectedItem: affected,
			EventDetails: details.map(({ property, before, after }) => ({
				PropertyName: property,
				...(before === undefined || before === null ? {} : { OldValue: before }),
				...(after === undefined || after === null ? {} : { NewValue: after }),
			})),
		});
	}
}
