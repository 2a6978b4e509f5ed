import { BEGIN } from './moments';

/** The only time there is while a story is played. Milliseconds. */
export const world = {
	/** TeamViewer's clock. */
	time: BEGIN,
	/** How far n8n's clock is ahead of it. */
	skew: 0,
};

/** Lets n8n live by the time of the story. Waits pass at once, and chance always says the same. */
export function standInForTime(): void {
	const never = new AbortController().signal;
	// jest's spies remember every call, and there are millions.
	Object.assign(Date, { now: () => world.time + world.skew });
	Object.assign(Math, { random: () => 0.5 });
	// A request that takes too long is ended by the line to TeamViewer, which knows the story's time.
	Object.assign(AbortSignal, { timeout: () => Object.create(never) as AbortSignal });
	never.addEventListener = () => {};
}

/**
 * n8n-workflow whose `sleep` lets the story's time pass. Use it as
 * `jest.mock('n8n-workflow', () => jest.requireActual('…/world').n8nWorkflowInWorld())`.
 */
export function n8nWorkflowInWorld(): object {
	const actual = jest.requireActual<object>('n8n-workflow');
	return new Proxy(actual, {
		get: (module, name, receiver): unknown =>
			name === 'sleep'
				? async (milliseconds: number) => void (world.time += milliseconds)
				: Reflect.get(module, name, receiver),
	});
}
