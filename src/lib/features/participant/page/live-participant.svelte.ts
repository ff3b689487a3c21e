import { SvelteMap } from 'svelte/reactivity';
import type { BoardKind } from '#lib/client/board/board-keeping.ts';
import { askServer } from '#lib/client/ask-server.ts';
import { isRefused } from '#lib/client/board/draft.ts';
import { forgetErased } from '#lib/client/board/forget-erased.ts';
import { LiveBoard } from '#lib/client/board/live-board.svelte.ts';
import type { As, ConnectionState, LiveDocument } from '#lib/client/live-document.svelte.ts';
import { LiveStage } from '#lib/client/live-stage.svelte.ts';
import { collectsNotes } from '#lib/domain/activities/activity-setup.ts';
import type { Activity } from '#lib/domain/activities/activity.ts';
import type { ErrorCode } from '#lib/domain/errors.ts';
import type { StageBoard } from '#lib/domain/stage/stage.ts';
import { holdsWords } from '../words/held-words.ts';
import { LateNotes } from '../late/late-notes.svelte.ts';
import { onTheWay } from '../board/on-the-way.ts';
import type { ParticipantData } from './participant-data.ts';

/**
 * The live side of a participant's page: the stage, and the boards that are in use. A board stays open as
 * long as it is shown or holds words that are not safe on the server. Browser only; `destroy` when done.
 */
export class LiveParticipant {
	readonly stage: LiveStage;
	readonly as: As;
	/** By board: it or, before the reveal, one's own notes for it. */
	readonly boards = new SvelteMap<string, LiveBoard>();
	/** One's own notes for boards that were revealed, until all of them stand on the board. */
	readonly revealed = new SvelteMap<string, LiveBoard>();
	agenda = $state.raw<readonly Activity[]>([]);
	/** One's own notes that came after their board was closed. */
	readonly late: LateNotes;
	private readonly workshopId: string;
	private readonly owner: string;
	private readonly observing: boolean;
	private readonly kinds = new SvelteMap<string, BoardKind>();

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
		this.late = new LateNotes(data.workshop.id, this.owner);
	}

	/** The state that a person should be told: the worst of the stage's and the boards' connections. */
	get connection(): ConnectionState {
		// Who may not read a board any more is not without a network.
		const open = this.openDocuments().filter((document) => !isShut(document));
		const states = [this.stage.document, ...open].map(({ connection }) => connection);
		const worst = (['ended', 'offline', 'connecting'] as const).find((state) =>
			states.includes(state)
		);
		return worst ?? 'connected';
	}

	/**
	 * Why the server ended the connection for good, such as `session_revoked`; null while it did not. Who may
	 * not read a board any more, and still follows the stage, was given another role.
	 */
	get ended(): ErrorCode | null {
		const { stage } = this;
		if (stage.document.connection === 'ended') return endOf(stage.document.error);
		const ended = this.openDocuments().filter(({ connection }) => connection === 'ended');
		return ended.find((document) => !isShut(document))?.error ?? null;
	}

	/** Boards with words of one's own that the server did not take. */
	get refusing(): readonly string[] {
		const all = [...this.boards, ...this.revealed];
		return all.filter(([, board]) => board.drafts.some(isRefused)).map(([id]) => id);
	}

	/**
	 * Hands in what came back too late, from every board that knows by now what the server has, and what was
	 * written on a board that the person may not read any more.
	 */
	handInLate(): void {
		for (const boards of [this.boards, this.revealed])
			for (const [id, board] of boards) {
				if (isShut(board.document)) board.leave();
				if ((board.settled || board.left) && board.late.length > 0)
					void this.late.handIn(id, () => boards.get(id));
			}
	}

	/** The device has no room left for what is written. */
	get full(): boolean {
		return [...this.boards.values()].some((board) => board.full);
	}

	/** This device keeps words or a choice of this person that the server may not have. */
	holdsUnsaved(): boolean {
		return holdsWords(this.stage.stage, this.owner);
	}

	/**
	 * Opens the boards of `shown`, and those others of `boards` whose words wait on this device; closes the
	 * rest. Of one that is not revealed it is one's own notes that are opened.
	 */
	show(shown: readonly string[], boards: readonly StageBoard[]): void {
		if (this.observing) return;
		for (const { id, activityId, revealed } of boards) {
			if (!this.agenda.some((item) => item.id === activityId && collectsNotes(item))) continue;
			const kind = revealed ? 'board' : 'private';
			if (kind === 'board') this.keepRevealed(id);
			// Back at a board that was left: it is opened anew.
			if (shown.includes(id) && this.boards.get(id)?.left) this.close(id);
			const wanted = shown.includes(id) || LiveBoard.holdsWords(id, this.owner, kind);
			if (wanted && !this.boards.has(id)) {
				this.boards.set(id, this.open(id, kind));
				this.kinds.set(id, kind);
			} else if (!wanted) this.close(id);
		}
	}

	/** Lets go of revealed notes that all stand on the board. Follows in runes. */
	settle(): void {
		for (const [id, own] of this.revealed) {
			const safe = own.settled && own.unsavedCount + own.drafts.length + own.late.length === 0;
			const board = this.boards.get(id);
			if (!safe || (board && onTheWay(own, board).length > 0)) continue;
			own.destroy();
			this.revealed.delete(id);
		}
	}

	/** Drops what this device keeps of boards that are not open, once words were erased in them. */
	forgetErased(): void {
		// What the page started from may be older than what this device did since.
		if (this.stage.document.synced)
			forgetErased(this.workshopId, this.owner, this.stage.stage, (id) => this.boards.has(id));
	}

	/** Reads the agenda again; what is there stays when the server cannot be reached. */
	async refreshAgenda(): Promise<void> {
		const { workshopId } = this;
		const answer = await askServer<{ agenda: readonly Activity[] }>(`/w/${workshopId}/agenda`, {
			workshopId
		});
		if (answer.ok) this.agenda = answer.value.agenda;
	}

	destroy(): void {
		for (const board of [...this.boards.values(), ...this.revealed.values()]) board.destroy();
		this.stage.destroy();
		this.late.destroy();
	}

	private open(id: string, kind: BoardKind): LiveBoard {
		return new LiveBoard(id, this.as, this.owner, { kind, ready: this.ready });
	}

	/** After the reveal one's own notes stay in sight, and go on to the server, beside the board. */
	private keepRevealed(id: string): void {
		const own = this.kinds.get(id) === 'private' ? this.boards.get(id) : undefined;
		if (own) {
			this.revealed.set(id, own);
			this.boards.delete(id);
			this.kinds.delete(id);
		} else if (!this.revealed.has(id) && LiveBoard.holdsWords(id, this.owner, 'private'))
			this.revealed.set(id, this.open(id, 'private'));
	}

	private close(id: string): void {
		this.boards.get(id)?.destroy();
		this.boards.delete(id);
		this.kinds.delete(id);
	}

	private openDocuments() {
		return [...this.boards.values()].map(({ document }) => document);
	}
}

/** The server lets this person read the document no more. */
function isShut({ connection, error }: Pick<LiveDocument, 'connection' | 'error'>): boolean {
	return connection === 'ended' && error === 'forbidden';
}

/** Everybody of the workshop follows its stage: whoever may not any more was taken out. */
function endOf(code: ErrorCode | null): ErrorCode | null {
	return code === 'forbidden' ? 'person_removed' : code;
}
