import { SvelteMap } from 'svelte/reactivity';
import { LiveBoard, type Draft } from '#lib/client/live-board.svelte.ts';
import type { As, ConnectionState } from '#lib/client/live-document.svelte.ts';
import { LiveStage } from '#lib/client/live-stage.svelte.ts';
import { collectsNotes, type Activity } from '#lib/domain/activity.ts';
import type { ErrorCode } from '#lib/domain/errors.ts';
import { holdsWords } from './held-words.ts';
import type { ParticipantData } from './participant-data.ts';

/**
 * The live side of a participant's page: the stage, and the boards that are in use. A board stays open as
 * long as it is shown or holds words that are not safe on the server. Browser only; `destroy` when done.
 */
export class LiveParticipant {
	readonly stage: LiveStage;
	readonly as: As;
	readonly boards = new SvelteMap<string, LiveBoard>();
	agenda = $state.raw<readonly Activity[]>([]);
	private readonly workshopId: string;
	private readonly owner: string;
	private readonly observing: boolean;

	private readonly ready: Promise<unknown>;

	/** Nothing is sent before `ready` resolves. */
	constructor(data: ParticipantData, ready: Promise<unknown>) {
		this.ready = ready;
		this.workshopId = data.workshop.id;
		this.as = { guestOf: data.workshop.id };
		this.owner = data.me.participantId;
		this.observing = data.me.observing;
		this.agenda = data.agenda;
		this.stage = new LiveStage(data.workshop.id, this.as, data.stage, ready);
	}

	/** The state that a person should be told: the worst of the stage's and the boards' connections. */
	get connection(): ConnectionState {
		const states = [this.stage.document, ...this.openDocuments()].map(
			({ connection }) => connection
		);
		const worst = (['ended', 'offline', 'connecting'] as const).find((state) =>
			states.includes(state)
		);
		return worst ?? 'connected';
	}

	/** Why the server ended the connection for good, such as `session_revoked`; null while it did not. */
	get ended(): ErrorCode | null {
		const documents = [this.stage.document, ...this.openDocuments()];
		return documents.find(({ connection }) => connection === 'ended')?.error ?? null;
	}

	/** Boards with words of one's own that the server did not take. */
	get refusing(): readonly string[] {
		return [...this.boards].filter(([, board]) => board.drafts.some(isRefused)).map(([id]) => id);
	}

	/** This device keeps words or dots of this person that the server may not have. */
	holdsUnsaved(): boolean {
		return holdsWords(this.agenda, this.stage.stage.vote, this.owner);
	}

	/** Opens the boards of `shown`, and those visible ones whose words wait on this device; closes others. */
	show(shown: readonly string[], visible: readonly string[]): void {
		if (this.observing) return;
		const boards = this.agenda.filter((item) => collectsNotes(item) && visible.includes(item.id));
		for (const { id } of boards) {
			const wanted = shown.includes(id) || LiveBoard.holdsWords(id, this.owner);
			if (wanted && !this.boards.has(id))
				this.boards.set(id, new LiveBoard(id, this.as, this.owner, { ready: this.ready }));
			else if (!wanted) this.close(id);
		}
	}

	/** Reads the agenda again; what is there stays when the server cannot be reached. */
	async refreshAgenda(): Promise<void> {
		try {
			const response = await fetch(`/w/${this.workshopId}/agenda`);
			if (response.ok) this.agenda = (await response.json()) as readonly Activity[];
		} catch {
			// Offline: the agenda that was loaded serves until the next change.
		}
	}

	destroy(): void {
		for (const board of this.boards.values()) board.destroy();
		this.stage.destroy();
	}

	private close(id: string): void {
		this.boards.get(id)?.destroy();
		this.boards.delete(id);
	}

	private openDocuments() {
		return [...this.boards.values()].map(({ document }) => document);
	}
}

/** Not yet accepted for want of a first contact is no refusal: such words only wait. */
export function isRefused(draft: Draft): boolean {
	return draft.code !== 'try_later';
}
