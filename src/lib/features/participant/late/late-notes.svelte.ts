import { KeptValue } from '#lib/client/kept/kept-value.ts';
import type { LiveBoard } from '#lib/client/board/live-board.svelte.ts';
import type { LateNote } from '#lib/domain/boards/late-note.ts';
import { askServer, jsonRequest, type Answer } from '#lib/client/ask-server.ts';
import { RETRY_MS } from '../vote/vote-sheet.ts';

interface LateNotesBody {
	readonly notes: readonly LateNote[];
}

/**
 * One's own words that came after their board was closed: handed in by themselves once the network is
 * back, and followed until a facilitator decided. Browser only; `destroy` when done.
 */
export class LateNotes {
	/** As the server has them, of all boards; also as it had them last, without the network. */
	notes = $state.raw<readonly LateNote[]>([]);
	private readonly workshopId: string;
	private readonly kept: KeptValue<readonly LateNote[]>;
	/** Boards whose words are on their way. */
	private underWay: readonly string[] = [];
	private ended = false;

	constructor(workshopId: string, owner: string) {
		this.workshopId = workshopId;
		this.kept = new KeptValue(`tachawor.late-notes.${workshopId}.${owner}`);
		this.notes = this.kept.current ?? [];
	}

	/** Those of one board. */
	of(boardId: string): readonly LateNote[] {
		return this.notes.filter((note) => note.boardId === boardId);
	}

	/** Asks what was decided. */
	async refresh(): Promise<void> {
		const answer = await this.ask();
		if (answer.ok) this.take(answer.value);
	}

	/**
	 * Hands in what waits on this device for the board; tries again until the server answered, each time from
	 * `boardOf`, since the board may have been opened anew meanwhile.
	 */
	async handIn(boardId: string, boardOf: () => LiveBoard | undefined): Promise<void> {
		const board = boardOf();
		if (!board || this.underWay.includes(boardId)) return;
		this.underWay = [...this.underWay, boardId];
		const handed = board.late.flatMap(({ id, key, columnId, text, at }) =>
			key === null ? [] : [{ id, note: { key, columnId, text, at } }]
		);
		const again = handed.length > 0 && !(await this.send(boardId, board, handed));
		if (again) await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
		this.underWay = this.underWay.filter((id) => id !== boardId);
		if (again && !this.ended) await this.handIn(boardId, boardOf);
	}

	destroy(): void {
		this.ended = true;
	}

	/** False when nothing was decided about the words, so that they have to be sent again. */
	private async send(
		boardId: string,
		board: LiveBoard,
		handed: readonly { id: string; note: { key: string } }[]
	): Promise<boolean> {
		const notes = handed.map(({ note }) => note);
		const ids = handed.map(({ id }) => id);
		const answer = await this.ask(jsonRequest('POST', { boardId, notes }));
		if (answer.ok) {
			this.take(answer.value);
			board.dropDrafts(ids);
			return true;
		}
		if (!('code' in answer)) return false;
		switch (answer.code) {
			case 'unexpected':
			case 'too_many_attempts':
			case 'not_signed_in':
				return false;
			case 'stale':
				// Writing is open again: they go where every note goes.
				if (!board.document.mayWrite) return false;
				for (const draft of board.late) board.sendAgain(draft);
				return true;
			default: {
				// One of them cannot be taken: the others go without it.
				const culprit = handed.find(({ note }) => note.key === answer.details.key);
				board.refuseLate(culprit ? [culprit.id] : ids, answer.code);
				return culprit === undefined;
			}
		}
	}

	private ask(init?: RequestInit): Promise<Answer<LateNotesBody>> {
		const { workshopId } = this;
		return askServer(`/api/workshops/${workshopId}/late-notes`, { workshopId }, init);
	}

	private take({ notes }: LateNotesBody): void {
		this.notes = notes;
		this.kept.keep(notes);
	}
}
