import type { AccountActor, GuestActor } from '#lib/domain/people/actor.ts';
import type { NoteRef } from '#lib/board/clusters-doc.ts';
import { newId } from '#lib/domain/id.ts';
import type { RootDb } from '#lib/server/db/database.ts';
import type { MadeWorkshop } from './make-workshop.ts';
import '#lib/server/accounts/account.table.ts';
import '#lib/server/auth/actor.table.ts';
import '#lib/server/boards/board.table.ts';
import '#lib/server/clusters/cluster.table.ts';
import '#lib/server/notes/note.table.ts';
import '#lib/server/participants/participant.table.ts';
import '#lib/server/regions/region.table.ts';
import '#lib/server/spaces/space.table.ts';

/** A facilitator's account as it acts. */
export function facilitator(id: string): AccountActor {
	return { kind: 'account', id, role: 'facilitator', regions: [] };
}

/** A director of `regions` who has no row: enough to ask with. */
export function director(...regions: string[]): AccountActor {
	return { kind: 'account', id: newId(), role: 'director', regions };
}

/** Writes a region, when it is not there yet, and gives its id. */
export async function makeRegion(db: RootDb, id = 'fes-meknes'): Promise<string> {
	await db
		.insertInto('region')
		.values({ id, name: '{"ar":"فاس مكناس"}', position: 1 })
		.onConflict((conflict) => conflict.column('id').doNothing())
		.execute();
	return id;
}

/** Writes a guest of a category. */
export async function joinAs(
	db: RootDb,
	workshopId: string,
	categoryId: string,
	observing = false
): Promise<GuestActor> {
	const id = newId();
	const participantId = newId();
	const now = Date.now();
	await db.insertInto('actor').values({ id, kind: 'guest', created_at: now }).execute();
	await db
		.insertInto('participant')
		.values({
			id: participantId,
			actor_id: id,
			workshop_id: workshopId,
			category_id: categoryId,
			language: 'ar',
			name: '',
			organisation: '',
			province: '',
			joined_at: now
		})
		.execute();
	const person = { id, workshopId, participantId, categoryId };
	return { kind: 'guest', ...person, role: 'participant', observing, seats: [] };
}

/** Writes a cluster that stands (or one that was merged away) and gives its id. */
export async function makeCluster(
	db: RootDb,
	groupingId: string,
	title: string,
	cluster: { position?: number; deleted?: 0 | 1; notes?: readonly NoteRef[] } = {}
): Promise<string> {
	const id = newId(12);
	const { position = 1, deleted = 0, notes = [] } = cluster;
	await db
		.insertInto('cluster')
		.values({
			id,
			grouping_id: groupingId,
			title: JSON.stringify({ ar: title }),
			position,
			deleted
		})
		.execute();
	for (const { board, key } of notes)
		await db
			.insertInto('cluster_note')
			.values({ grouping_id: groupingId, cluster_id: id, board_id: board, note_key: key })
			.execute();
	return id;
}

let tables = 1;

/** Writes a table of the hall, with an open board of its own of an activity where one is named. */
export async function makeTable(
	db: RootDb,
	{ workshopId }: Pick<MadeWorkshop, 'workshopId'>,
	{ activityId, parentId = null }: { activityId?: string; parentId?: string | null } = {}
): Promise<{ spaceId: string; boardId: string }> {
	const spaceId = newId();
	const boardId = newId();
	const at = Date.now();
	await db
		.insertInto('space')
		.values({
			id: spaceId,
			workshop_id: workshopId,
			parent_id: parentId,
			kind: 'table',
			name: '{"ar":"طاولة"}',
			theme: '{}',
			capacity: null,
			position: tables++
		})
		.execute();
	if (activityId !== undefined)
		await db
			.insertInto('board')
			.values({
				id: boardId,
				workshop_id: workshopId,
				activity_id: activityId,
				space_id: spaceId,
				state: 'open',
				opened_at: at,
				locked: 0,
				revealed_at: at,
				shown_at: null
			})
			.execute();
	return { spaceId, boardId };
}

/** The id of an activity's board in the hall. */
export async function boardOf(db: RootDb, activityId: string): Promise<string> {
	const { id } = await db
		.selectFrom('board')
		.select('id')
		.where('activity_id', '=', activityId)
		.where('space_id', 'is', null)
		.executeTakeFirstOrThrow();
	return id;
}

/** Ends writing on the boards of a workshop, from when on categories stand beside notes. */
export async function endWriting(db: RootDb, workshopId: string): Promise<void> {
	await db
		.updateTable('board')
		.set({ state: 'closed' })
		.where('workshop_id', '=', workshopId)
		.execute();
}

/** Notes are written a millisecond apart, so that they have an order. */
let written = 0;

/** Writes a note on a board, by somebody or by nobody who is known. */
export async function makeNote(
	db: RootDb,
	workshopId: string,
	boardId: string,
	note: { author?: GuestActor; text: string; columnId?: string; deleted?: 0 | 1 }
): Promise<NoteRef> {
	const key = `${newId(16)}:${newId(12)}`;
	await db
		.insertInto('note')
		.values({
			board_id: boardId,
			key,
			workshop_id: workshopId,
			column_id: note.columnId ?? 'S',
			author_id: note.author?.id ?? null,
			text: note.text,
			created_at: Date.now() + written++,
			deleted: note.deleted ?? 0,
			edited_by: null
		})
		.execute();
	return { board: boardId, key };
}
