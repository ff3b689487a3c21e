import { ROOM_LIMITS } from './limits.ts';

/**
 * How fast one socket may send counted frames: a store of frames that refills by the second. Whoever was
 * offline sends everything in one frame, so nobody who writes by hand comes near it.
 */
export class FramePace {
	private left: number = ROOM_LIMITS.framesAtOnce;
	private at: number;

	constructor(now: number) {
		this.at = now;
	}

	/** Takes one frame from the store; false when it is empty. `now` is in epoch milliseconds. */
	take(now: number): boolean {
		const refill = ((now - this.at) / 1000) * ROOM_LIMITS.framesPerSecond;
		this.left = Math.min(ROOM_LIMITS.framesAtOnce, this.left + refill) - 1;
		this.at = now;
		return this.left >= 0;
	}
}
