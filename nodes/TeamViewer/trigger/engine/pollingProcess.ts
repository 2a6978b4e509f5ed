import { randomBytes } from 'crypto';

import { OverlapGuard } from './overlapGuard';

/** What lives as long as the process that polls, and is gone when it dies: a name that tells it from others, and a guard. */
export class PollingProcess {
	readonly name = randomBytes(6).toString('base64url');
	readonly guard = new OverlapGuard();
}
