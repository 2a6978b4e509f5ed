import type { Context } from 'hono';
import type { Deed } from '../company/AuditTrail';
import type { ApiEnv, Service } from './service';

/** Writes into the company's event log what the token's user has just done. */
export function tell(
	context: Context<ApiEnv>,
	{ company }: Service,
	deed: Omit<Deed, 'author'>,
): void {
	const { userId } = context.get('token');
	const user = company.users.find(({ id }) => id === userId);
	company.audit.tell({ ...deed, author: { name: user?.name, email: user?.email } });
}
