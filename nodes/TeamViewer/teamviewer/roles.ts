import { recordsOf } from './answer';
import type { TeamViewerClient } from './client';
import { UnexpectedAnswer } from './teamViewerError';
import type { Role } from './types';

/** All roles of the company, a hundred at the most; TeamViewer does not page them. */
export async function listRoles(client: TeamViewerClient): Promise<Role[]> {
	return recordsOf<Role>(await client.get('/userroles'), 'Roles');
}

/** The names of all permissions that a role can have. TeamViewer's PowerShell module reads both forms of the answer. */
export async function listRolePermissions(client: TeamViewerClient): Promise<string[]> {
	const answer = await client.get<string[] | { Permissions?: string[] }>('/userroles/permissions');
	const names = Array.isArray(answer) ? answer : answer.Permissions;
	if (Array.isArray(names) && names.every((name) => typeof name === 'string')) return names;
	throw new UnexpectedAnswer("TeamViewer's answer has no list of permissions");
}
