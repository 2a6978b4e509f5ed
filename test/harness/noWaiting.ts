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
				? async (milliseconds: number) => void waits.push(milliseconds)
				: Reflect.get(module, name, receiver),
	});
}
