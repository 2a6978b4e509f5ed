/* eslint-disable @n8n/community-nodes/no-restricted-globals -- gives way to the event loop, as a real wait would */
/** Every wait that was asked for, in milliseconds; tests clear it. */
export const waits: number[] = [];

/**
 * n8n-workflow whose `sleep` returns at once and writes the wait down. Use it as
 * `jest.mock('n8n-workflow', () => jest.requireActual('…/noWaiting').n8nWorkflowWithoutWaiting())`.
 */
export function n8nWorkflowWithoutWaiting(): object {
	const actual = jest.requireActual<object>('n8n-workflow');
	return new Proxy(actual, {
		get: (module, name, receiver): unknown =>
			name === 'sleep'
				? async (milliseconds: number) => {
						waits.push(milliseconds);
						await new Promise(setImmediate);
					}
				: Reflect.get(module, name, receiver),
	});
}
