import { positionAt } from './position-at.ts';
import { historyOf, notesAt, type NoteEvent } from '#lib/domain/boards/note-history.ts';

/** Changes a second while it plays. */
export const SPEEDS = { slow: 1, normal: 4, fast: 20 } as const;
export type Speed = keyof typeof SPEEDS;

/**
 * A board's history as a film: a moment that can be moved, played and paused. Moments are the changes of
 * the board in their order; `position` counts those that were made, from 0 (an empty board).
 */
export class BoardTimeline {
	readonly events: readonly NoteEvent[];
	private readonly moments: readonly NoteEvent[];
	position = $state(0);
	playing = $state(false);
	speed = $state<Speed>('normal');

	/** Starts at the last moment: the board as it is now. */
	constructor(events: readonly NoteEvent[]) {
		this.events = events;
		this.moments = events.filter(({ seq }, index) => events[index + 1]?.seq !== seq);
		this.position = this.moments.length;
		$effect(() => {
			if (!this.playing) return undefined;
			const timer = setInterval(() => this.step(1), 1000 / SPEEDS[this.speed]);
			return () => clearInterval(timer);
		});
	}

	get length(): number {
		return this.moments.length;
	}

	/** The last change that was made at this moment; undefined before the first. */
	get moment(): NoteEvent | undefined {
		return this.moments[this.position - 1];
	}

	/** The notes as they stood at this moment, in the order they came. */
	readonly notes = $derived.by(() => [...notesAt(this.events, this.moment?.seq ?? 0).values()]);

	/** Changes up to this moment, newest first, at most `most`; of one note where `key` is given. */
	changes(most: number, key: string | null): ReturnType<typeof historyOf> {
		const seq = this.moment?.seq ?? 0;
		const made = this.events.filter((event) => event.seq <= seq);
		if (key !== null) return historyOf(made, key).reverse().slice(0, most);
		return made
			.slice(-most)
			.reverse()
			.map((event) => ({
				event,
				before: made.findLast(
					(other) => other.key === event.key && made.indexOf(other) < made.indexOf(event)
				)
			}));
	}

	/** Plays from here, or from the beginning when it stands at the end; or pauses. */
	toggle(): void {
		if (!this.playing && this.position >= this.length) this.position = 0;
		this.playing = !this.playing;
	}

	/** The board as it stood at an hour (`10:42`) of the day that is looked at: after the last change by then. */
	goTo(hour: string): void {
		this.playing = false;
		this.position = positionAt(this.moments, this.moment, hour);
	}

	/** Moves by changes and stops at either end. */
	step(by: number): void {
		this.position = Math.min(this.length, Math.max(0, this.position + by));
		if (this.position === this.length) this.playing = false;
	}
}
