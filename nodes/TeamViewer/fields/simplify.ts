import { withDefault } from './field';
import { toggle } from './toggle';

/** Whether the user wants the short form of records; for operations that return many fields. */
export const SIMPLIFY = withDefault(
	toggle({
		displayName: 'Simplify',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	}),
);
