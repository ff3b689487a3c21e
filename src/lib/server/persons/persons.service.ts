import { m } from '#lib/paraglide/messages.js';
import { eraseNotes } from '../../board/erase-notes.ts';
import { readAllNotes } from '../../board/carry-notes.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type {
	NoteWithContacts,
	PersonData,
	PersonFigures
} from '../../domain/people/person-data.ts';
import { contactKinds, maskContacts } from '../../domain/text/contact-data.ts';
import { assertAllowed, canInWorkshop } from '../../domain/policy.ts';
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
	getPersonRow,
	listEntriesOf,
	listAuthoredBoards,
	listNoteWords,
	listPersonFigures,
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
import { oweRewrite, payRewrite } from './owed-rewrite.ts';

/** What is known of persons, given to them and erased for them (Moroccan law 09-08). */
export interface PersonsService {
	/** For facilitators: what there is of everybody who ever joined, in figures and without their words. */
	list(actor: Actor, workshopId: string): Promise<PersonFigures[]>;
	/** For facilitators: the notes that hold contact data, which are masked. */
	contacts(actor: Actor, workshopId: string): Promise<NoteWithContacts[]>;
	/** All that is stored of a person, for the file that they asked for. Throws `not_found`. */
	export(actor: Actor, workshopId: string, participantId: string): Promise<PersonData>;
	/**
	 * Erases a person for ever: their words in boards, private writing and late notes, with log, archive and snapshots,
	 * what they said of themselves, their sessions and links. Resolves when no file of the data folder holds it. What stays
	 * is counted as before: that somebody of this category was there, notes without their words, the plan.
	 * Throws `not_found`.
	 */
	erase(actor: Actor, workshopId: string, participantId: string): Promise<void>;
	/** The same for everybody of a workshop. */
	eraseAll(actor: Actor, workshopId: string): Promise<void>;
	/** Unguarded, for the retention: erases what everybody of a workshop said of themselves, and their words where `words`. */
	endKeeping(workshopId: string, words: boolean): Promise<void>;
}

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
		withWords = true
	): Promise<void> {
		await words.erase(async () => {
			const persons = await find();
			const erasures = withWords ? await roomsToErase(workshopId, persons) : [];
			await rooms.rewrite(erasures, (write) =>
				db.transaction().execute(async (trx) => {
					const actorIds = persons.map(({ actorId }) => actorId);
					const ids = persons.map(({ participantId }) => participantId);
					await write(trx);
					if (withWords) await deps.lateNotes.erase(trx, actorIds);
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
			await payRewrite(db);
		});
		rooms.presenceChanged('stage', workshopId);
	}

	/** The rooms in which they may have written, each with whose words go. */
	async function roomsToErase(
		workshopId: string,
		persons: readonly StoredPersonRow[]
	): Promise<RoomErasure[]> {
		const languages = new Map(persons.map(({ actorId, language }) => [actorId, language]));
		const boards = Map.groupBy(
			(await listAuthoredBoards(db, workshopId)).filter(({ actorId }) => languages.has(actorId)),
			({ boardId }) => boardId
		);
		const erasure = (of: readonly AuthoredBoard[]): Omit<RoomErasure, 'kind' | 'key'> => ({
			concerns: writtenBy(new Set(of.map(({ pseudonym }) => pseudonym))),
			change(doc) {
				for (const { pseudonym, actorId } of of) {
					const locale = languages.get(actorId) ?? 'ar';
					const own = writtenBy(new Set([pseudonym]));
					eraseNotes(doc, own, m.note_words_erased({}, { locale }));
				}
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
			return listPersonFigures(db, workshopId);
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
			const { actorId } = await getPersonRow(db, workshopId, participantId);
			const data = await readPersonData(db, workshopId, participantId);
			const boards = await listAuthoredBoards(db, workshopId);
			const privateNotes: PersonData['privateNotes'][number][] = [];
			for (const board of boards.filter((one) => one.actorId === actorId)) {
				const notes = await rooms.read('private', privateRoomOf(board), readAllNotes);
				for (const { text, createdAt, deleted } of notes.values())
					privateNotes.push({
						activity: board.activity,
						text,
						written: new Date(createdAt).toISOString(),
						deleted
					});
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

		async endKeeping(workshopId, withWords) {
			const event = { action: 'keeping_ended', workshopId, actorId: null } as const;
			const detail = { words: withWords };
			const find = async () =>
				(await listPersonRows(db, workshopId)).filter((person) => withWords || !person.erased);
			if ((await find()).length === 0) return;
			await eraseThese(workshopId, find, { ...event, subjectId: workshopId, detail }, withWords);
		}
	};
}
