import { readStage } from '#lib/board/stage-doc.ts';
import { timeLeft, type Stage } from '#lib/domain/stage/stage.ts';
import { LiveDocument, type As } from './live-document.svelte.ts';

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

	/** Milliseconds left by the server's clock, or null without a timer. Follows in runes. */
	get left(): number | null {
		// Reading the tick makes this follow the passing of time.
		return this.tick < 0 ? null : this.stage.timer && timeLeft(this.stage.timer, this.document.now);
	}

	destroy(): void {
		clearInterval(this.ticking);
		this.document.destroy();
	}
}
