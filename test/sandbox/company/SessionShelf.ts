import { plainCode } from './ids';
import type { Session } from './types';

/** Sessions in the order TeamViewer lists them: newest `created_at` first, of equal ones the later made first. */
export class SessionShelf {
	private readonly byCode = new Map<string, Session>();
	private readonly newestFirst: Session[] = [];

	add(session: Session): void {
		const code = plainCode(session.code);
		if (this.byCode.has(code)) throw new Error(`There is a session ${session.code} already`);
		this.byCode.set(code, session);
		const createdAt = session.created_at ?? '';
		let low = 0;
		let high = this.newestFirst.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((this.newestFirst[middle]?.created_at ?? '') <= createdAt) high = middle;
			else low = middle + 1;
		}
		this.newestFirst.splice(low, 0, session);
	}

	has(code: string): boolean {
		return this.byCode.has(plainCode(code));
	}

	/** Finds a session by its code with or without dashes. */
	find(code: string): Session | undefined {
		return this.byCode.get(plainCode(code));
	}

	/** Takes a session away for good. */
	remove(code: string): void {
		const session = this.find(code);
		if (session === undefined) return;
		this.byCode.delete(plainCode(code));
		this.newestFirst.splice(this.newestFirst.indexOf(session), 1);
	}

	all(): readonly Session[] {
		return this.newestFirst;
	}

	/** Everything older than the session with this code, or undefined where there is no such session. */
	after(code: string): readonly Session[] | undefined {
		const session = this.find(code);
		if (session === undefined) return undefined;
		return this.newestFirst.slice(this.newestFirst.indexOf(session) + 1);
	}
}
