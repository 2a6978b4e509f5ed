import { writeDate } from '../dates';
import { hashOf } from './ids';
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

/** Something that went wrong while TeamViewer read its log. */
export interface ParsingTrouble {
	text: string;
	/** Whether it comes instead of a list, or beside it. */
	instead: boolean;
}

/** The company's event log, newest first; nothing promises that it is listed so. */
export class AuditTrail {
	readonly events: AuditEvent[] = [];
	/** How the list comes: tests ask for another order than the one that happens to be usual. */
	order: 'newestFirst' | 'oldestFirst' | 'shuffled' = 'newestFirst';
	parsingTrouble: ParsingTrouble | undefined;

	constructor(private readonly now: () => number) {}

	/** The events in the order in which they are listed now. */
	listed(): AuditEvent[] {
		if (this.order === 'newestFirst') return this.events;
		if (this.order === 'oldestFirst') return [...this.events].reverse();
		const place = (event: AuditEvent) => hashOf(JSON.stringify(event));
		return [...this.events].sort((a, b) => place(a) - place(b));
	}

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
	tell(deed: Deed): AuditEvent {
		return this.add(eventOf(deed, this.now()));
	}
}

/** A deed as the log shows it: what is not there is null. */
export function eventOf(
	{ name, type, author, affected, details = [] }: Deed,
	at: number,
): AuditEvent {
	return {
		EventName: name,
		EventType: type,
		Timestamp: writeDate(at),
		Author: author.name,
		AuthorEmail: author.email,
		AffectedItem: affected,
		EventDetails: details.map(({ property, before = null, after = null }) => ({
			PropertyName: property,
			PropertyCategory: null,
			OldValue: before,
			NewValue: after,
			PolicyEnforcementNewValue: null,
			PolicyEnforcementOldValue: null,
		})),
	};
}
