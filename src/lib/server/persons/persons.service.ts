import { m } from '#lib/paraglide/messages.js';
import { eraseNotes, withWords } from '../../board/erase-notes.ts';
import { readAllNotes } from '../../board/carry-notes.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { NoteWithContacts, PersonData, KeptPerson } from '../../domain/people/person-data.ts';
import { contactKinds, maskContacts } from '../../domain/text/contact-data.ts';
import { assertAllowed, canInWorkshop } from '../../domain/policy.ts';
import { LOCALES } from '../../domain/text/locale.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import { forgetActors } from '../auth/forget-actors.ts';
import type { RootDb } from '../db/database.ts';
import { recordEvent } from '../events/record-event.ts';
import type { NewEvent } from '../../domain/events/event.ts';
import type { LateNoteService } from '../late-notes/late-note.service.ts';
import type { PrivateNotes } from '../notes/private-notes.ts';
import type { WordsLock } from '../notes/words-lock.ts';
import type { PeopleService } from '../participants/people.service.ts';
import {
	listEntriesOf,
	listAuthoredBoards,
	listNoteWords,
	listKeptPersons,
	listPersonRows,
	privateRoomOf,
	readPersonData,
	writtenBy,
	type AuthoredBoard,
	type StoredPersonRow
} from '../reads/person-data.ts';
import type { RoomErasure, Rooms } from '../rooms/rooms.ts';
import type { SpaceService } from '../spaces/space.service.ts';
import type { TicketService } from '../tickets/ticket.service.ts';
import { timeNow } from '../time/clock.ts';
import { oweRewrite, payRewriteWhenPossible } from './owed-rewrite.ts';

/** What is known of persons, given to them and erased for them (Moroccan law 09-08). */
export interface PersonsService {
	/** For facilitators: everybody who ever joined, merged entries as one, without anything that they wrote. */
	list(actor: Actor, workshopId: string): Promise<KeptPerson[]>;
	/** For facilitators: the notes that hold contact data, which are masked. */
	contacts(actor: Actor, workshopId: string): Promise<NoteWithContacts[]>;
	/** All that is stored of a person, for the file that they asked for. Throws `not_found`. */
	export(actor: Actor, workshopId: string, participantId: string): Promise<PersonData>;
	/**
	 * Erases a person for ever: their words in boards, private writing and late notes, with log, archive and snapshots,
	 * what they said of themselves, their sessions and links. Resolves when no file of the data folder holds it, or on a disk
	 * without room once files are to be written anew as soon as there is some. What stays
	 * is counted as before: that somebody of this category was there, notes without their words, the plan.
	 * Throws `not_found`.
	 */
	erase(actor: Actor, workshopId: string, participantId: string): Promise<void>;
	/** The same for everybody of a workshop. */
	eraseAll(actor: Actor, workshopId: string): Promise<void>;
	/** Unguarded, for the retention: erases what everybody of a workshop said of themselves, and their words where `wordsToo`. */
	endKeeping(workshopId: string, wordsToo: boolean): Promise<void>;
}

/** What stands in the place of erased words: alike for everybody, since a language of their own would tell some apart. */
const wordsErased = (): string =>
	LOCALES.map((locale) => m.note_words_erased({}, { locale })).join(' · ');

/** Rules [DP1] to [DP9]. */
export function personsService(deps: {
	db: RootDb;
	rooms: Pick<Rooms, 'rewrite' | 'read' | 'signOut' | 'presenceChanged'>;
	people: Pick<PeopleService, 'eraseNames'>;
	tickets: Pick<TicketService, 'erase'>;
	lateNotes: Pick<LateNoteService, 'erase'>;
	spaces: Pick<SpaceService, 'leave'>;
	privateNotes: Pick<PrivateNotes, 'forget'>;
	words: WordsLock;
	/** Tells every page of a workshop what its stage says now. */
	announce: (workshopId: string) => Promise<void>;
	now?: () => number;
}): PersonsService {
	const { db, rooms, words } = deps;

	async function guard(actor: Actor, workshopId: string): Promise<void> {
		assertAllowed(canInWorkshop(actor, 'keep_data', await getWorkshopAccess(db, workshopId)));
	}

	async function eraseThese(
		workshopId: string,
		find: () => Promise<readonly StoredPersonRow[]>,
		event: NewEvent,
		wordsToo = true
	): Promise<void> {
		await words.erase(async () => {
			const persons = await find();
			const erasures = wordsToo ? await roomsToErase(workshopId, persons) : [];
			await rooms.rewrite(erasures, (write) =>
				db.transaction().execute(async (trx) => {
					const actorIds = persons.map(({ actorId }) => actorId);
					const ids = persons.map(({ participantId }) => participantId);
					await write(trx);
					if (wordsToo) await deps.lateNotes.erase(trx, actorIds);
					for (const actorId of actorIds) await deps.spaces.leave(trx, actorId);
					await forgetActors(trx, actorIds);
					await deps.people.eraseNames(trx, workshopId, ids, (deps.now ?? timeNow)());
					const invited = event.subjectId === workshopId ? 'all' : ids;
					await deps.tickets.erase(trx, workshopId, invited);
					await recordEvent(trx, event);
					await oweRewrite(trx);
				})
			);
			deps.privateNotes.forget();
			for (const { actorId } of persons) rooms.signOut(actorId);
			if (wordsToo) await eraseSince(workshopId, persons, erasures);
			await payRewriteWhenPossible(db);
		});
		rooms.presenceChanged('stage', workshopId);
		await deps.announce(workshopId);
	}

	/** Whoever opened a board for the first time while the others were erased may have written there until now. */
	async function eraseSince(
		workshopId: string,
		persons: readonly StoredPersonRow[],
		before: readonly RoomErasure[]
	): Promise<void> {
		const done = new Set(before.map(({ kind, key }) => `${kind}.${key}`));
		const since = (await roomsToErase(workshopId, persons)).filter(
			({ kind, key }) => !done.has(`${kind}.${key}`)
		);
		if (since.length === 0) return;
		await rooms.rewrite(since, (write) =>
			db.transaction().execute(async (trx) => {
				await write(trx);
				await oweRewrite(trx);
			})
		);
	}

	/** The rooms in which they may have written, each with whose words go. */
	async function roomsToErase(
		workshopId: string,
		persons: readonly StoredPersonRow[]
	): Promise<RoomErasure[]> {
		const erased = new Set(persons.map(({ actorId }) => actorId));
		const boards = Map.groupBy(
			(await listAuthoredBoards(db, workshopId)).filter(({ actorId }) => erased.has(actorId)),
			({ boardId }) => boardId
		);
		const erasure = (of: readonly AuthoredBoard[]): Omit<RoomErasure, 'kind' | 'key'> => ({
			concerns: (doc) => withWords(doc, writtenBy(new Set(of.map(({ pseudonym }) => pseudonym)))),
			change(doc) {
				const own = writtenBy(new Set(of.map(({ pseudonym }) => pseudonym)));
				eraseNotes(doc, own, wordsErased());
			}
		});
		return [...boards].flatMap(([key, authors]): RoomErasure[] => [
			{ kind: 'board', key, ...erasure(authors) },
			...authors.map((author) => ({
				kind: 'private' as const,
				key: privateRoomOf(author),
				...erasure([author])
			}))
		]);
	}

	return {
		async list(actor, workshopId) {
			await guard(actor, workshopId);
			return listKeptPersons(db, workshopId);
		},

		async contacts(actor, workshopId) {
			await guard(actor, workshopId);
			const notes = await listNoteWords(db, workshopId);
			return notes.flatMap(({ activity, text }) => {
				const kinds = contactKinds(text);
				return kinds.length === 0 ? [] : [{ activity, text: maskContacts(text), kinds }];
			});
		},

		async export(actor, workshopId, participantId) {
			await guard(actor, workshopId);
			const entries = await listEntriesOf(db, workshopId, participantId);
			const data = await readPersonData(db, workshopId, entries);
			const own = new Set(entries.map(({ actorId }) => actorId));
			const boards = await listAuthoredBoards(db, workshopId);
			const privateNotes: PersonData['privateNotes'][number][] = [];
			for (const board of boards.filter((one) => own.has(one.actorId) && one.revealed)) {
				const notes = await rooms.read('private', privateRoomOf(board), readAllNotes);
				const shown = await rooms.read('board', board.boardId, readAllNotes);
				for (const [key, { text, createdAt, deleted }] of notes) {
					const revealed = shown.get(key);
					if (revealed?.text === text && revealed.deleted === deleted) continue;
					privateNotes.push({
						activity: board.activity,
						text,
						written: new Date(createdAt).toISOString(),
						deleted
					});
				}
			}
			const event = { action: 'person_data_exported', workshopId, actorId: actor.id } as const;
			await db
				.transaction()
				.execute((trx) => recordEvent(trx, { ...event, subjectId: participantId }));
			return { ...data, privateNotes };
		},

		async erase(actor, workshopId, participantId) {
			await guard(actor, workshopId);
			const event = { action: 'person_erased', workshopId, actorId: actor.id } as const;
			await eraseThese(workshopId, () => listEntriesOf(db, workshopId, participantId), {
				...event,
				subjectId: participantId
			});
		},

		async eraseAll(actor, workshopId) {
			await guard(actor, workshopId);
			const event = { action: 'persons_erased', workshopId, actorId: actor.id } as const;
			await eraseThese(workshopId, () => listPersonRows(db, workshopId), {
				...event,
				subjectId: workshopId
			});
		},

		async endKeeping(workshopId, wordsToo) {
			const event = { action: 'keeping_ended', workshopId, actorId: null } as const;
			const detail = { words: wordsToo };
			const find = async () =>
				(await listPersonRows(db, workshopId)).filter((person) => wordsToo || !person.erased);
			const named = await db.transaction().execute(async (trx) => {
				const erased = await deps.tickets.erase(trx, workshopId, 'all');
				if (erased > 0) await oweRewrite(trx);
				return erased;
			});
			if ((await find()).length === 0) {
				if (named > 0) await payRewriteWhenPossible(db);
				return;
			}
			await eraseThese(workshopId, find, { ...event, subjectId: workshopId, detail }, wordsToo);
		}
	};
}
