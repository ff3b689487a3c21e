import { liveBoardNotes } from '#lib/client/board/live-board-notes.ts';
import { LiveDocument } from '#lib/client/live-document.svelte.ts';
import { LiveStage } from '#lib/client/live-stage.svelte.ts';
import type { Note } from '#lib/domain/boards/note.ts';
import type { ScreenFigures } from '#lib/domain/workshops/screen.ts';
import type { ScreenData } from './screen-data.ts';

/** A board as the screen reads it: no copy stays on the projector's computer. */
interface ReadBoard {
	readonly boardId: string;
	readonly document: LiveDocument;
	readonly notes: { readonly current: readonly Note[] };
}

/** The live side of the projector's page. Browser only; `destroy` when done. */
export class LiveScreen {
	readonly stage: LiveStage;
	figures: ScreenFigures;
	private board = $state.raw<ReadBoard | null>(null);
	private readonly token: string;

	constructor(data: ScreenData) {
		this.token = data.token;
		this.figures = $state.raw(data.figures);
		this.stage = new LiveStage(data.workshop.id, { screen: data.token }, data.stage);
	}

	/** Opens a board in the place of the one before; null closes it. */
	show(boardId: string | null): void {
		if (this.board?.boardId === (boardId ?? undefined)) return;
		this.board?.document.destroy();
		if (boardId === null) {
			this.board = null;
			return;
		}
		const document = new LiveDocument('board', boardId, { screen: this.token });
		this.board = { boardId, document, notes: liveBoardNotes(document.doc) };
	}

	/** Oldest first. */
	get notes(): readonly Note[] {
		return this.board?.notes.current ?? [];
	}

	/** False until the board's notes came once; true where no board is shown. */
	get arrived(): boolean {
		return this.board?.document.synced ?? true;
	}

	/** Reads the counts again; the last ones stay while the server cannot be reached. */
	async readFigures(): Promise<void> {
		try {
			const response = await fetch(`/screen/${this.token}/figures`);
			if (response.ok) this.figures = (await response.json()) as ScreenFigures;
		} catch {
			// Shown again at the next reading.
		}
	}

	destroy(): void {
		this.board?.document.destroy();
		this.stage.destroy();
	}
}
