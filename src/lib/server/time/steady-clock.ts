/** A difference of clocks that is followed at once, in milliseconds: more is a jump. */
const STEP = 1000;

/** How long the machine's clock has to keep to a jump forwards before it is believed, in milliseconds. */
const BELIEVED_AFTER = 10 * 60_000;

/** How far back a clock may have gone between two runs without being believed, in milliseconds. */
const MOST_KEPT_AHEAD = 24 * 60 * 60_000;

/** How long time has to have run without a jump before anything is deleted for being old, in milliseconds. */
const PROVEN_AFTER = 24 * 60 * 60_000;

/** What a clock is read from; all in milliseconds. */
export interface ClockSources {
	/** The machine's clock, which somebody may set: since the epoch. */
	wall(): number;
	/** What only runs: since any moment. It may stand while the machine sleeps. */
	elapsed(): number;
	/** Likewise, and also runs while the machine sleeps; undefined where there is no such thing. */
	uptime(): number | undefined;
}

/** What happened to the machine's clock: it jumped, or a jump forwards was believed. `by` in milliseconds. */
export interface ClockJump {
	readonly kind: 'jumped' | 'believed';
	readonly by: number;
}

/**
 * The time of this process. It starts with the machine's clock and follows its small corrections, and runs on
 * by itself when that clock jumps: never back, and forwards only once the clock has kept to it for a while or
 * the machine slept for as long. Rules [CK1] to [CK8].
 */
export class SteadyClock {
	private readonly sources: ClockSources;
	private listener: (jump: ClockJump) => void = () => undefined;
	/** Time less what has elapsed. */
	private offset: number;
	private last = -Infinity;
	private jump: { readonly by: number; readonly since: number } | undefined;
	private steadySince: number;
	/** Uptime less what has elapsed, when they were compared last. */
	private asleep: number | undefined;

	constructor(sources: ClockSources) {
		this.sources = sources;
		const elapsed = sources.elapsed();
		this.offset = sources.wall() - elapsed;
		this.steadySince = elapsed;
		this.asleep = this.sleptUntil(elapsed);
	}

	/** Epoch milliseconds, a whole number; never less than before. */
	now(): number {
		const elapsed = this.sources.elapsed();
		const wall = this.sources.wall();
		let drift = wall - (this.offset + elapsed);
		if (drift > STEP) {
			this.wakeUp(elapsed);
			drift = wall - (this.offset + elapsed);
		}
		if (Math.abs(drift) > STEP) this.keepSteady(drift, elapsed);
		else {
			this.offset += drift;
			this.jump = undefined;
		}
		this.last = Math.max(this.last, Math.round(this.offset + elapsed));
		return this.last;
	}

	/**
	 * Something is known to have happened at `time`, before this process: time goes on from there, when the
	 * machine's clock was set back since. More than a day is taken for a clock that was put right.
	 */
	startNotBefore(time: number): void {
		const behind = time - this.now();
		if (behind <= 0) return;
		if (behind > STEP) this.listener({ kind: 'jumped', by: -behind });
		if (behind <= MOST_KEPT_AHEAD) this.offset += behind;
	}

	/** True once time ran without a jump for so long that what is old by it is old. */
	get isProven(): boolean {
		this.now();
		return !this.jump && this.sources.elapsed() - this.steadySince >= PROVEN_AFTER;
	}

	/** Has `listener` told of jumps from now on. */
	onJump(listener: (jump: ClockJump) => void): void {
		this.listener = listener;
	}

	private keepSteady(by: number, elapsed: number): void {
		this.steadySince = elapsed;
		if (!this.jump || Math.abs(by - this.jump.by) > STEP) {
			this.jump = { by, since: elapsed };
			this.listener({ kind: 'jumped', by });
		} else if (by > 0 && elapsed - this.jump.since >= BELIEVED_AFTER) {
			this.offset += by;
			this.jump = undefined;
			this.listener({ kind: 'believed', by });
		}
	}

	/** Adds what the machine slept since the last comparison. */
	private wakeUp(elapsed: number): void {
		const asleep = this.sleptUntil(elapsed);
		if (asleep !== undefined && this.asleep !== undefined && asleep - this.asleep > STEP)
			this.offset += asleep - this.asleep;
		this.asleep = asleep;
	}

	private sleptUntil(elapsed: number): number | undefined {
		const uptime = this.sources.uptime();
		return uptime === undefined ? undefined : uptime - elapsed;
	}
}
