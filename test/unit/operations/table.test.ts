import { findOperation, RESOURCES } from '../../../nodes/TeamViewer/operations/table';

describe('the table of operations', () => {
	it('finds an operation by the values that saved workflows hold', () => {
		expect(findOperation('session', 'create')).toBe(RESOURCES.session?.operations.create);
	});

	it.each([
		['session', 'dance'],
		['session', 'constructor'],
		['printer', 'get'],
		['constructor', 'name'],
	])('finds nothing for %s and %s', (resource, operation) => {
		expect(findOperation(resource, operation)).toBeUndefined();
	});
});
