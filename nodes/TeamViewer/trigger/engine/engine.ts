import type { IDataObject } from 'n8n-workflow';

import type { Budget } from './budget';

/** What a poll comes to: what it gives to n8n, and what is known afterwards. */
export interface Outcome<State> {
	items: IDataObject[];
	/** A name for each item, by which {@link Engine.takeBack} knows it again. */
	names: string[];
	state: State;
}

/**
 * Watches one list of TeamViewer's. Whatever an engine knows between two polls is in its state: one JSON value that is
 * never changed, only replaced, so a poll that fails leaves no trace.
 */
export interface Engine<State> {
	/** A saved value as a state of this engine, also one that an earlier version saved; undefined for anything else. */
	readState(value: unknown): State | undefined;
	/**
	 * The first poll, and every first poll after a change of what is watched: what exists now is known, and not new.
	 *
	 * @param isVeryFirst whether the node never had a state of this event; only then may what exists be emitted.
	 */
	begin(isVeryFirst: boolean): Promise<Outcome<State>>;
	/** Every further poll. */
	next(state: State): Promise<Outcome<State>>;
	/**
	 * The state in which items that the poll before gave are to be given again.
	 *
	 * @param state what that poll left.
	 */
	takeBack(state: State, names: string[]): State;
	/** The latest events that exist, oldest first, for somebody who tries the trigger out. */
	samples(): Promise<IDataObject[]>;
	/**
	 * A smaller state that may stand in for this one; see where it is kept.
	 *
	 * @param isBesideAnother whether the spare copy that this state was begun with is kept beside it.
	 */
	spare(state: State, isBesideAnother: boolean): State;
	/** How long a state may go on where its node is gone and another one has taken its name. Milliseconds. */
	readonly window: number;
	/** What a user reads who tries the trigger out when there are no samples: what happened, and what to do. */
	readonly emptyMessage: string;
	readonly emptyRemedy: string;
}

/** What an engine works with. */
export interface Means {
	budget: Budget;
	/** n8n's clock; milliseconds since 1970. */
	now: () => number;
	/** How many items one poll may give. */
	maxItems: number;
	/** Whether the state has to hold what {@link Engine.takeBack} needs. */
	givesAgain: boolean;
}
