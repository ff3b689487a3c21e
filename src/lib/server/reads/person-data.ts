import { columnsOf } from '../../domain/activities/activity-setup.ts';
import { authorOfNoteKey } from '../../domain/boards/note.ts';
import { DomainError } from '../../domain/errors.ts';
import type { KeptPerson, PersonData } from '../../domain/people/person-data.ts';
import type { Locale, LocalizedText } from '../../domain/text/locale.ts';
import { privateRoomKey } from '../../realtime/private-room-key.ts';
import '../agenda/activity.table.ts';
import '../boards/board.table.ts';
import '../categories/category.table.ts';
import type { Db } from '../db/database.ts';
import { fromJson } from '../db/json-column.ts';
import '../events/event.table.ts';
import '../late-notes/late-note.table.ts';
import '../notes/note.table.ts';
import '../notes/pseudonym.table.ts';
import '../participants/participant.table.ts';
import '../proposals/proposal.table.ts';
import '../spaces/space.table.ts';
import '../workshops/workshop.table.ts';
import { setupOf } from './activity-setup.ts';
import { standingNotes } from './standing-notes.ts';

/** Somebody of a workshop whose data are asked for, present or not. */
export interface StoredPersonRow {
	readonly participantId: string;
	readonly actorId: string;
	readonly language: Locale;
	/** Their name was erased. */
	readonly erased: boolean;
	/** The entry of the same person that this one was merged into. */
	readonly mergedInto: string | null;
}

/** Everybody who ever joined a workshop, in the order of their ids. */
export async function listPersonRows(db: Db, workshopId: string): Promise<StoredPersonRow[]> {
	const rows = await db
		.selectFrom('participant')
		.select([
			'id as participantId',
			'actor_id as actorId',
			'language',
			'erased_at',
			'merged_into as mergedInto'
		])
		.where('workshop_id', '=', workshopId)
		.orderBy('id')
		.execute();
	return rows.map(({ erased_at, ...row }) => ({ ...row, erased: erased_at !== null }));
}

/** All entries of one person, whichever of them is named: the one that was kept, and those merged into it. Throws `not_found`. */
export async function listEntriesOf(
	db: Db,
	workshopId: string,
	participantId: string
): Promise<StoredPersonRow[]> {
	const all = await listPersonRows(db, workshopId);
	const entry = (id: string | null) => all.find((one) => one.participantId === id);
	let kept = entry(participantId);
	if (!kept) throw new DomainError('not_found');
	for (let into = entry(kept.mergedInto); into; into = entry(kept.mergedInto)) kept = into;
	return entriesBelow(all, kept.participantId);
}

/** An entry, and whatever was merged into it. */
function entriesBelow<Entry extends { participantId: string; mergedInto: string | null }>(
	all: readonly Entry[],
	participantId: string
): Entry[] {
	const entries = all.filter((one) => one.participantId === participantId);
	for (const { participantId: into } of entries)
		entries.push(...all.filter(({ mergedInto }) => mergedInto === into));
	return entries;
}

/** A board that somebody opened, with what their notes' keys on it begin with. */
export interface AuthoredBoard {
	readonly boardId: string;
	readonly pseudonym: string;
	readonly actorId: string;
	readonly activity: LocalizedText;
	/** What was written there privately is everybody's to read by now. */
	readonly revealed: boolean;
}

/** The boards of a workshop that anybody opened who could write. */
export async function listAuthoredBoards(db: Db, workshopId: string): Promise<AuthoredBoard[]> {
	const rows = await db
		.selectFrom('board_author')
		.innerJoin('board', 'board.id', 'board_author.board')
		.innerJoin('activity', 'activity.id', 'board.activity_id')
		.select([
			'board.id as boardId',
			'pseudonym',
			'actor_id as actorId',
			'activity.title',
			'board.revealed_at'
		])
		.where('board.workshop_id', '=', workshopId)
		.orderBy('activity.position')
		.orderBy('board.id')
		.orderBy('pseudonym')
		.execute();
	return rows.map(({ title, revealed_at, ...row }) => ({
		...row,
		activity: fromJson<LocalizedText>(title),
		revealed: revealed_at !== null
	}));
}

/** The key of the room of what somebody wrote on a board where nobody else reads. */
export function privateRoomOf({ boardId, pseudonym }: AuthoredBoard): string {
	return privateRoomKey({ boardId, pseudonym });
}

/** True for the keys of notes that these authors wrote on a board. */
export function writtenBy(pseudonyms: ReadonlySet<string>): (key: string) => boolean {
	return (key) => pseudonyms.has(authorOfNoteKey(key) ?? '');
}

/** What somebody said of themselves when they came in several times, each thing once. */
function together(texts: readonly string[]): string {
	return [...new Set(texts.filter(Boolean))].join(' · ');
}

/** Everybody who ever joined a workshop, the newest first; merged entries are one person. */
export async function listKeptPersons(db: Db, workshopId: string): Promise<KeptPerson[]> {
	const rows = await db
		.selectFrom('participant')
		.select([
			'participant.id as participantId',
			'name',
			'organisation',
			'joined_at as joinedAt',
			'erased_at as erasedAt',
			'merged_into as mergedInto'
		])
		.where('participant.workshop_id', '=', workshopId)
		.orderBy('joined_at', 'desc')
		.orderBy('participant.id')
		.execute();
	return rows
		.filter(({ mergedInto }) => mergedInto === null)
		.map(({ participantId, joinedAt, erasedAt }) => {
			const entries = entriesBelow(rows, participantId);
			return {
				participantId,
				joinedAt,
				erasedAt,
				name: together(entries.map(({ name }) => name)),
				organisation: together(entries.map(({ organisation }) => organisation))
			};
		});
}

/**
 * All rows about a person, but for what they wrote privately, which stands in documents, and for late notes that
 * wait for a reveal. `entries` are theirs, the kept one first. Throws `not_found`.
 */
export async function readPersonData(
	db: Db,
	workshopId: string,
	entries: readonly StoredPersonRow[]
): Promise<Omit<PersonData, 'privateNotes'>> {
	const ids = entries.map(({ participantId }) => participantId);
	const actorIds = entries.map(({ actorId }) => actorId);
	const persons = await db
		.selectFrom('participant')
		.innerJoin('category', 'category.id', 'participant.category_id')
		.innerJoin('workshop', 'workshop.id', 'participant.workshop_id')
		.selectAll('participant')
		.select(['category.name as category', 'workshop.title as workshop'])
		.where('participant.workshop_id', '=', workshopId)
		.where('participant.id', 'in', ids)
		.execute();
	const person = persons.find(({ id }) => id === ids[0]);
	if (!person) throw new DomainError('not_found');
	const notes = await db
		.selectFrom('note')
		.innerJoin('board', 'board.id', 'note.board_id')
		.innerJoin('activity', 'activity.id', 'board.activity_id')
		.selectAll('note')
		.select(['activity.title', 'activity.kind', 'activity.parameters'])
		.where('note.workshop_id', '=', workshopId)
		.where('author_id', 'in', actorIds)
		.orderBy('note.created_at')
		.orderBy('note.key')
		.execute();
	const lateNotes = await db
		.selectFrom('late_note')
		.innerJoin('board', 'board.id', 'late_note.board_id')
		.innerJoin('activity', 'activity.id', 'board.activity_id')
		.selectAll('late_note')
		.select('activity.title')
		.where('late_note.workshop_id', '=', workshopId)
		.where('board.revealed_at', 'is not', null)
		.where('actor_id', 'in', actorIds)
		.orderBy('written_at')
		.orderBy('late_note.key')
		.execute();
	const seats = await db
		.selectFrom('seat')
		.innerJoin('space', 'space.id', 'seat.space_id')
		.select(['space.name', 'seat.role', 'seat.since', 'seat.until'])
		.where('actor_id', 'in', actorIds)
		.orderBy('since')
		.orderBy('seat.id')
		.execute();
	const events = await db
		.selectFrom('event')
		.select(['action', 'at'])
		.where('workshop_id', '=', workshopId)
		.where(({ or, eb }) => or([eb('actor_id', 'in', actorIds), eb('subject_id', 'in', ids)]))
		.orderBy('seq')
		.execute();
	return {
		workshop: fromJson<LocalizedText>(person.workshop),
		person: {
			name: together(persons.map(({ name }) => name)),
			organisation: together(persons.map(({ organisation }) => organisation)),
			province: together(persons.map(({ province }) => province)),
			language: person.language,
			category: fromJson<LocalizedText>(person.category),
			joined: isoTime(person.joined_at),
			takenOut: person.removed_at === null ? null : isoTime(person.removed_at),
			erased: person.erased_at === null ? null : isoTime(person.erased_at)
		},
		notes: notes.map((note) => ({
			activity: fromJson<LocalizedText>(note.title),
			column: columnsOf(setupOf(note)).find(({ id }) => id === note.column_id)?.name ?? null,
			text: note.text,
			written: isoTime(note.created_at),
			deleted: note.deleted === 1,
			changedByOthers: note.edited_by !== null
		})),
		lateNotes: lateNotes.map((note) => ({
			activity: fromJson<LocalizedText>(note.title),
			text: note.text,
			written: isoTime(note.written_at),
			handedIn: isoTime(note.handed_at),
			state: note.state
		})),
		seats: seats.map((seat) => ({
			space: fromJson<LocalizedText>(seat.name),
			role: seat.role,
			since: isoTime(seat.since),
			until: seat.until === null ? null : isoTime(seat.until)
		})),
		events: events.map(({ action, at }) => ({ action, at: isoTime(at) }))
	};
}

/** A phone may give a note any time; one that no calendar has is told as the first. */
function isoTime(at: number): string {
	const date = new Date(at);
	return Number.isNaN(date.getTime()) ? new Date(0).toISOString() : date.toISOString();
}

/** The words of the notes of a workshop that stand, with their activities, in the order of the agenda. */
export async function listNoteWords(
	db: Db,
	workshopId: string
): Promise<{ activity: LocalizedText; text: string }[]> {
	const rows = await standingNotes(db, workshopId)
		.innerJoin('board', 'board.id', 'note.board_id')
		.innerJoin('activity', 'activity.id', 'board.activity_id')
		.select(['activity.title', 'note.text'])
		.orderBy('activity.position')
		.orderBy('note.created_at')
		.orderBy('note.key')
		.execute();
	return rows.map(({ title, text }) => ({ activity: fromJson<LocalizedText>(title), text }));
}
