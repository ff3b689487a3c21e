import type { Compilable } from 'kysely';
import type * as Y from 'yjs';
import { admitNote } from '../../board/admit-note.ts';
import type { Actor, GuestActor } from '../../domain/people/actor.ts';
import { DomainError } from '../../domain/errors.ts';
import {
	LATE_NOTE_LIMITS,
	type HandedNote,
	type LateNote,
	type LateNoteForRoom,
	type LateNoteRef
} from '../../domain/boards/late-note.ts';
import { authorOfNoteKey } from '../../domain/boards/note.ts';
import { assertAllowed, canInWorkshop, canOnBoard } from '../../domain/policy.ts';
import { RequestPace } from '../auth/request-pace.ts';
import type { Db, RootDb, Trx } from '../db/database.ts';
import { eventToRecord, recordEvent } from '../events/record-event.ts';
import type { ToldGroupsService } from '../groups/told-groups.service.ts';
import type { Pseudonyms } from '../notes/pseudonyms.ts';
import type { WordsLock } from '../notes/words-lock.ts';
import { isErased } from '../reads/present-people.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { StageService } from '../stage/stage.service.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import { getBoardFacts, type BoardFacts } from '../reads/board-facts.ts';
import { countWaiting, lastDecision, listLateNotePlaces } from '../reads/late-notes.ts';
import { findWordsOnBoard } from '../reads/words-on-board.ts';
import type { HandIn } from './late-note-input.ts';
import * as repository from './late-note.repository.ts';
import { timeNow } from '../time/clock.ts';

/** What comes back after a board was closed, and what facilitators make of it. */
export interface LateNoteService {
	/**
	 * Takes notes of one's own for a board that was closed meanwhile, and gives all one's late notes
	 * in the workshop. Handing the same in again changes nothing; a newer wording waits for a decision of
	 * its own. All are taken or none. Throws `stale` where this person may write again (the phone just writes),
	 * `forbidden`, `not_found`, `too_many_items` (details: limit), `too_many_attempts`, and
	 * `update_refused` or `invalid_input` (details: key) for a note that is not the person's or in no
	 * column of the board.
	 */
	handIn(actor: GuestActor, workshopId: string, handed: HandIn): Promise<LateNote[]>;
	/** One's own late notes in the workshop. */
	own(actor: GuestActor, workshopId: string): Promise<LateNote[]>;
	/** For facilitators: all late notes by board, but those of private writing before the reveal. */
	list(actor: Actor, workshopId: string): Promise<LateNoteForRoom[]>;
	/** For facilitators: how many wait for a decision. */
	countWaiting(actor: Actor, workshopId: string): Promise<number>;
	/**
	 * Puts late notes on their boards, under their authors and with their times; those that were left
	 * before too. Throws `board_locked`, `not_found`.
	 */
	admit(actor: Actor, workshopId: string, refs: readonly LateNoteRef[]): Promise<void>;
	/** Leaves late notes off the board. They stay in the record and can be admitted later. */
	leave(actor: Actor, workshopId: string, refs: readonly LateNoteRef[]): Promise<void>;
	/** Unguarded: forgets all late notes of these people. */
	erase(trx: Trx, actorIds: readonly string[]): Promise<void>;
}

/** Rules [LN1] to [LN12]. */
export function lateNoteService(deps: {
	db: RootDb;
	rooms: Pick<Rooms, 'change' | 'presenceChanged'>;
	stage: Pick<StageService, 'announce'>;
	pseudonyms: Pseudonyms;
	toldGroups: Pick<ToldGroupsService, 'tellEndedBoards'>;
	words: WordsLock;
	now?: () => number;
}): LateNoteService {
	const { db, rooms, pseudonyms, words } = deps;
	const now = (): number => (deps.now ?? timeNow)();
	const pace = new RequestPace({ points: LATE_NOTE_LIMITS.handInsPerMinute, duration: 60 });

	async function guardRun(actor: Actor, workshopId: string): Promise<void> {
		assertAllowed(canInWorkshop(actor, 'run', await getWorkshopAccess(db, workshopId)));
	}

	/** The notes that a decision is about, as they are now, by board. */
	async function wanted(workshopId: string, refs: readonly LateNoteRef[]) {
		const boards = new Map<string, string[]>();
		for (const { boardId, key } of refs) boards.set(boardId, [...(boards.get(boardId) ?? []), key]);
		return Promise.all(
			[...boards].map(async ([boardId, keys]) => {
				const board = await getBoardFacts(db, boardId, workshopId);
				if (board.unrevealed) throw new DomainError('not_found');
				const notes = await repository.findLateNotes(db, boardId, keys);
				return { boardId, board, notes };
			})
		);
	}

	/** When the next decision is taken: phones look again where it grew. */
	async function nextDecision(of: Db, workshopId: string): Promise<number> {
		return Math.max(now(), (await lastDecision(of, workshopId)) + 1);
	}

	async function admit(
		actor: Actor,
		workshopId: string,
		refs: readonly LateNoteRef[]
	): Promise<void> {
		const wantedNotes = await wanted(workshopId, refs);
		if (wantedNotes.some(({ board }) => board.locked)) throw new DomainError('board_locked');
		const at = await nextDecision(db, workshopId);
		for (const { boardId, notes } of wantedNotes) {
			const admitted = notes.filter(({ state }) => state !== 'admitted');
			if (admitted.length === 0) continue;
			const decision = { state: 'admitted', by: actor.id, at } as const;
			const write = (doc: Y.Doc): void => admitted.forEach((note) => admitNote(doc, note));
			const beside = decided(db, workshopId, boardId, admitted, decision);
			await rooms.change(
				'board',
				boardId,
				null,
				write,
				beside.map((one) => one.compile())
			);
		}
	}

	return {
		async handIn(actor, workshopId, { boardId, notes }) {
			const board = await getBoardFacts(db, boardId, workshopId);
			assertAllowed(canOnBoard(actor, 'hand_in_notes', board));
			await pace.take(actor.id);
			// Who was moved to another table cannot write here, though it is open.
			const writing = canOnBoard(
				actor,
				board.unrevealed ? 'write_privately' : 'write_notes',
				board
			);
			if (board.writing && !board.locked && writing) throw new DomainError('stale');
			const pseudonym = await pseudonyms.of(boardId, actor.id);
			assertOwn(notes, pseudonym, board);
			const keys = notes.map(({ key }) => key);
			const take = async (trx: Trx): Promise<void> => {
				// Erased since the request came in: their words are not to come back.
				if (await isErased(trx, actor.id)) throw new DomainError('session_revoked');
				const at = now();
				const earlier = await repository.findLateNotes(trx, boardId, keys);
				const standing = await findWordsOnBoard(trx, boardId, keys);
				const count = await repository.countOf(trx, boardId, actor.id);
				if (count + notes.length - earlier.length > LATE_NOTE_LIMITS.perPerson)
					throw new DomainError('too_many_items', { limit: LATE_NOTE_LIMITS.perPerson });
				let changed = 0;
				for (const handed of notes) {
					// A phone's clock may be wrong; nothing was written later than it came, or before writing began.
					const note = { ...handed, at: Math.min(Math.max(handed.at, board.begins), at) };
					const before = earlier.find(({ key }) => key === note.key);
					if (before && sameWords(before, note)) continue;
					changed++;
					if (before) await repository.replaceWording(trx, before, note, at);
					else {
						// Its acknowledgement was lost: it is on the board word for word.
						const state = sameWords(standing.get(note.key), note) ? 'admitted' : 'waiting';
						const of = { workshopId, boardId, actorId: actor.id, state } as const;
						await repository.insertLateNote(trx, of, note, at);
					}
				}
				if (changed === 0) return;
				const event = { action: 'late_notes_handed_in', workshopId, actorId: actor.id } as const;
				await recordEvent(trx, { ...event, subjectId: boardId, detail: { notes: changed } }, at);
			};
			await words.move(() => db.transaction().execute(take));
			rooms.presenceChanged('stage', workshopId);
			return repository.listOwnLateNotes(db, workshopId, actor.id);
		},

		async own(actor, workshopId) {
			const workshop = await getWorkshopAccess(db, workshopId);
			assertAllowed(canInWorkshop(actor, 'see_workshop', workshop));
			return repository.listOwnLateNotes(db, workshopId, actor.id);
		},

		async list(actor, workshopId) {
			await guardRun(actor, workshopId);
			const stored = await repository.listLateNotes(db, workshopId);
			await deps.toldGroups.tellEndedBoards(workshopId);
			const notes = new Map(stored.map((note) => [`${note.boardId}/${note.key}`, note]));
			const places = await listLateNotePlaces(db, workshopId);
			return places.flatMap(({ boardId, key, categoryId, onBoard }) => {
				const note = notes.get(`${boardId}/${key}`);
				return note ? [{ ...note, category: categoryId ?? 'withheld', onBoard }] : [];
			});
		},

		async countWaiting(actor, workshopId) {
			await guardRun(actor, workshopId);
			return countWaiting(db, workshopId);
		},

		async admit(actor, workshopId, refs) {
			await guardRun(actor, workshopId);
			await words.move(() => admit(actor, workshopId, refs));
			await deps.stage.announce(workshopId);
		},

		async leave(actor, workshopId, refs) {
			await guardRun(actor, workshopId);
			const wantedNotes = await wanted(workshopId, refs);
			await db.transaction().execute(async (trx) => {
				const at = await nextDecision(trx, workshopId);
				const decision = { state: 'left', by: actor.id, at } as const;
				for (const { boardId, notes } of wantedNotes) {
					const left = notes.filter(({ state }) => state === 'waiting');
					if (left.length === 0) continue;
					for (const one of decided(trx, workshopId, boardId, left, decision)) await one.execute();
				}
			});
			await deps.stage.announce(workshopId);
		},

		erase: repository.deleteLateNotes
	};
}

/** What stores a decision on notes of one board, with the row of the log that tells of it. */
function decided(
	db: Db,
	workshopId: string,
	boardId: string,
	notes: readonly LateNote[],
	decision: repository.Decision
): (Compilable & { execute(): Promise<unknown> })[] {
	const { state, by: actorId, at } = decision;
	const action = state === 'admitted' ? 'late_notes_admitted' : 'late_notes_left';
	const event = { action, workshopId, actorId, subjectId: boardId } as const;
	return [
		...notes.map((note) => repository.decide(db, note, decision)),
		eventToRecord(db, { ...event, detail: { notes: notes.length } }, at)
	];
}

/** All of them are the person's own and in a column of the board. */
function assertOwn(notes: readonly HandedNote[], pseudonym: string, { columns }: BoardFacts): void {
	for (const { key, columnId } of notes) {
		if (authorOfNoteKey(key) !== pseudonym) throw new DomainError('update_refused', { key });
		if (!columns.includes(columnId))
			throw new DomainError('invalid_input', { field: 'columnId', key });
	}
}

function sameWords(
	one: { readonly columnId: string; readonly text: string } | undefined,
	other: { readonly columnId: string; readonly text: string }
): boolean {
	return one?.text === other.text && one.columnId === other.columnId;
}
