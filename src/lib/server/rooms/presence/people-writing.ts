import { timeNow } from '../../time/clock.ts';

/** Who said lately that they are writing. Kept in memory alone and forgotten after a few seconds. */
export class PeopleWriting {
	private readonly until = new Map<string, number>();
	private readonly lasting: number;

	/** `lasting` is in milliseconds. */
	constructor(lasting: number) {
		this.lasting = lasting;
	}

	/** True when that is news: the actor did not count as writing. */
	add(actorId: string): boolean {
		const now = timeNow();
		const known = (this.until.get(actorId) ?? 0) > now;
		this.until.set(actorId, now + this.lasting);
		return !known;
	}

	/** Ids of the actors who count as writing at this moment. */
	now(): ReadonlySet<string> {
		const now = timeNow();
		for (const [actorId, until] of this.until) if (until <= now) this.until.delete(actorId);
		return new Set(this.until.keys());
	}
}
