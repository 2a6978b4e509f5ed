import { InvalidInput } from '../../errors/invalidInput';
import { required } from '../../fields/field';
import { managerLocator } from '../../fields/locators/manager';
import type { TeamViewerClient } from '../../teamviewer/client';
import {
	managerOfUser,
	type ManagedTarget,
	type ManagerReference,
} from '../../teamviewer/managers';

/** Which manager of the target; shared by update and remove. */
export const MANAGER = required(
	managerLocator({
		displayName: 'Manager',
		description: 'The manager of the chosen device or device group',
	}),
);

/**
 * The manager's own ID; a user's is looked up among the managers of the target.
 *
 * @throws {InvalidInput} when the user is none of them.
 */
export async function chosenManager(
	client: TeamViewerClient,
	target: ManagedTarget,
	reference: ManagerReference,
): Promise<string> {
	if ('id' in reference) return reference.id;
	const manager = await managerOfUser(client, target, reference.userId);
	if (manager) return manager.id;
	throw new InvalidInput(
		`'${MANAGER.label}' is the user ${reference.userId}, who does not manage this ${'deviceGroup' in target ? 'device group' : 'device'} in person`,
		'The user may manage it through a user group or the company: choose that manager from the list.',
	);
}
