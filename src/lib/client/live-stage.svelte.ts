import { readStage } from '#lib/board/stage-doc.ts';
import type { Stage, Timer } from '#lib/domain/stage/stage.ts';
import { timeLeft } from '#lib/domain/stage/timer.ts';
import { LiveDocument, type As } from './live-document.svelte.ts';
import { serverNow } from './server-clock.ts';

/**
 * What everyone's page follows: the current activity, the vote, the timer. A stage's id is the workshop's for
 * the hall and the room's for a room. `initial` is what the server
 * rendered, shown until the room answers.
 */
export class LiveStage {
	readonly document: LiveDocument;
	private readonly initial: Stage;
	private readonly value: { readonly current: Stage | undefined };
	private tick = $state(0);
	private readonly ticking: ReturnType<typeof setInterval>;

	/** Nothing is sent before `ready` resolves. */
	constructor(stageId: string, as: As, initial: Stage, ready?: Promise<unknown>) {
		this.initial = initial;
		this.document = new LiveDocument('stage', stageId, as, { ready });
		this.value = this.document.value(['stage'], readStage);
		this.ticking = setInterval(() => this.tick++, 250);
	}

	get stage(): Stage {
		return this.value.current ?? this.initial;
	}

	/** Milliseconds left of a timer by the server's clock, below 0 by how much it is over. Follows in runes. */
	leftOf(timer: Timer): number {
		// Reading the tick makes this follow the passing of time.
		return this.tick < 0 ? 0 : timeLeft(timer, serverNow());
	}

	destroy(): void {
		clearInterval(this.ticking);
		this.document.destroy();
	}
}
