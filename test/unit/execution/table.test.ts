import { findOperation } from '../../../nodes/TeamViewer/execution/table';
import { RESOURCES } from '../../../nodes/TeamViewer/operations';

describe('the table of operations', () => {
	it('finds an operation by the values that saved workflows hold', () => {
		expect(findOperation(RESOURCES, 'session', 'create')).toBe(
			RESOURCES.session?.operations.create,
		);
	});

	it.each([
		['session', 'dance'],
		['session', 'constructor'],
		['printer', 'get'],
		['constructor', 'name'],
	])('finds nothing for %s and %s', (resource, operation) => {
		expect(findOperation(RESOURCES, resource, operation)).toBeUndefined();
	});
});
