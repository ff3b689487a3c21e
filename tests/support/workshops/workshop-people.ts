import type { AccountActor, GuestActor } from '#lib/domain/people/actor.ts';
import type { NoteRef } from '#lib/board/clusters-doc.ts';
import { newId } from '#lib/domain/id.ts';
import type { RootDb } from '#lib/server/db/database.ts';
import '#lib/server/accounts/account.table.ts';
import '#lib/server/auth/actor.table.ts';
import '#lib/server/clusters/cluster.table.ts';
import '#lib/server/notes/note.table.ts';
import '#lib/server/participants/participant.table.ts';
import '#lib/server/regions/region.table.ts';

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
	return { kind: 'guest', ...person, role: 'participant', observing };
}

/** Writes a cluster that stands (or one that was merged away) and gives its id. */
export async function makeCluster(
	db: RootDb,
	workshopId: string,
	title: string,
	cluster: { position?: number; deleted?: 0 | 1; notes?: readonly NoteRef[] } = {}
): Promise<string> {
	const id = newId(12);
	const { position = 1, deleted = 0, notes = [] } = cluster;
	await db
		.insertInto('cluster')
		.values({
			id,
			workshop_id: workshopId,
			title: JSON.stringify({ ar: title }),
			position,
			deleted
		})
		.execute();
	for (const { board, key } of notes)
		await db
			.insertInto('cluster_note')
			.values({ workshop_id: workshopId, cluster_id: id, board, note_key: key })
			.execute();
	return id;
}

/** Notes are written a millisecond apart, so that they have an order. */
let written = 0;

/** Writes a note on an activity's board, by somebody or by nobody who is known. */
export async function makeNote(
	db: RootDb,
	workshopId: string,
	activityId: string,
	note: { author?: GuestActor; text: string; columnId?: string; deleted?: 0 | 1 }
): Promise<NoteRef> {
	const key = `${newId(16)}:${newId(12)}`;
	await db
		.insertInto('note')
		.values({
			board: activityId,
			key,
			workshop_id: workshopId,
			activity_id: activityId,
			column_id: note.columnId ?? 'S',
			author_id: note.author?.id ?? null,
			text: note.text,
			created_at: Date.UTC(2025, 3, 15, 10) + written++,
			deleted: note.deleted ?? 0,
			edited: 0
		})
		.execute();
	return { board: activityId, key };
}
