import type { IDataObject } from 'n8n-workflow';

/** What a poll comes to: what it emits, and what it knows afterwards. */
export interface Outcome<State> {
	items: IDataObject[];
	state: State;
}

/**
 * One kind of event and where it is read. Whatever a source knows between two polls is in its state: one JSON value that
 * is never changed, only replaced, so a poll that fails leaves no trace.
 */
export interface Source<State> {
	/** Whether a saved value is a state of this source. */
	isState(value: unknown): value is State;
	/**
	 * The first poll, and every first poll after a change of what is watched: what exists now is known, and no news.
	 *
	 * @param isVeryFirst whether the node never had a state of this event; only then may what exists be emitted.
	 */
	begin(isVeryFirst: boolean): Promise<Outcome<State>>;
	/** Every further poll. */
	next(state: State): Promise<Outcome<State>>;
	/** The latest events that exist, oldest first, for somebody who tries the trigger out. */
	samples(): Promise<IDataObject[]>;
	/**
	 * A smaller state that may stand in for this one; see where it is kept.
	 *
	 * @param isBesideAnother whether the spare copy that this state was begun with is kept beside it.
	 */
	spare(state: State, isBesideAnother: boolean): State;
	/** What a user reads who tries the trigger out when there are no samples: what happened, and what to do. */
	readonly emptyMessage: string;
	readonly emptyRemedy: string;
}
