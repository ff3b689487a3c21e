import { withheldCategories } from '../../domain/people/anonymity.ts';
import type { LocalizedText } from '../../domain/text/locale.ts';
import type { HeardCategory, SourceNote } from '../../domain/proposals/provenance.ts';
import type { Db } from '../db/database.ts';
import { fromJson } from '../db/json-column.ts';
import '../categories/category.table.ts';
import '../agenda/activity.table.ts';
import '../boards/board.table.ts';
import '../clusters/cluster.table.ts';
import '../clusters/grouping.table.ts';
import '../notes/note.table.ts';
import '../participants/participant.table.ts';

/** A cluster as the rows hold it; `standing` is false once it was merged away or removed. */
export interface ClusterRow {
	readonly id: string;
	readonly title: LocalizedText;
	readonly standing: boolean;
}

/** Every cluster there ever was, in order: a proposal may have grown from one that was merged since. */
export async function listAllClusters(db: Db, workshopId: string): Promise<ClusterRow[]> {
	const rows = await db
		.selectFrom('cluster')
		.innerJoin('grouping', 'grouping.id', 'cluster.grouping_id')
		.leftJoin('activity', 'activity.id', 'grouping.activity_id')
		.select(['cluster.id', 'cluster.title', 'cluster.deleted'])
		.where('grouping.workshop_id', '=', workshopId)
		// The plenary's first, then those of activities in the order of the agenda.
		.orderBy((order) => order.fn.coalesce('activity.position', order.val(0)))
		.orderBy('cluster.position')
		.orderBy('cluster.id')
		.execute();
	return rows.map(({ id, title, deleted }) => ({
		id,
		title: fromJson<LocalizedText>(title),
		standing: deleted === 0
	}));
}

/** A note with the clusters it stands in, one of a grouping, and, for the server alone, its author's category. */
export interface PlacedNote extends SourceNote {
	readonly clusterIds: readonly string[];
	readonly categoryId: string | null;
}

/** The notes that stand, oldest first. */
export async function listPlacedNotes(db: Db, workshopId: string): Promise<PlacedNote[]> {
	const rows = await db
		.selectFrom('note')
		.leftJoin('participant', 'participant.actor_id', 'note.author_id')
		.innerJoin('board', 'board.id', 'note.board_id')
		.select([
			'note.board_id as board',
			'note.key',
			'board.activity_id as activityId',
			'note.column_id as columnId',
			'note.text',
			'participant.category_id as categoryId'
		])
		.where('note.workshop_id', '=', workshopId)
		.where('note.deleted', '=', 0)
		.orderBy('note.created_at')
		.orderBy('note.key')
		.execute();
	const clusters = await clustersByNote(db, workshopId);
	return rows.map(({ board, key, ...note }) => {
		const ref = `${board}/${key}`;
		return { ref, clusterIds: clusters.get(ref) ?? [], ...note };
	});
}

/** `<board>/<key>` to the standing clusters that the note is in. */
async function clustersByNote(db: Db, workshopId: string): Promise<Map<string, string[]>> {
	const rows = await db
		.selectFrom('cluster_note as member')
		.innerJoin('grouping', 'grouping.id', 'member.grouping_id')
		.innerJoin('cluster', (join) =>
			join
				.onRef('cluster.grouping_id', '=', 'member.grouping_id')
				.onRef('cluster.id', '=', 'member.cluster_id')
				.on('cluster.deleted', '=', 0)
		)
		.select(['member.board_id', 'member.note_key', 'cluster.id'])
		.where('grouping.workshop_id', '=', workshopId)
		.execute();
	const clusters = new Map<string, string[]>();
	for (const { board_id, note_key, id } of rows) {
		const ref = `${board_id}/${note_key}`;
		clusters.set(ref, [...(clusters.get(ref) ?? []), id]);
	}
	return clusters;
}

/**
 * The categories that were joined and may be named, in order: those that {@link withheldCategories}
 * leaves of the people who joined, so that none that is not named follows by subtraction.
 */
export async function listShownCategories(
	db: Db,
	workshopId: string,
	floor: number
): Promise<HeardCategory[]> {
	const rows = await db
		.selectFrom('category')
		.innerJoin('participant', 'participant.category_id', 'category.id')
		.select(({ fn }) => ['category.id', 'category.name', fn.countAll().as('people')])
		.where('category.workshop_id', '=', workshopId)
		.where('participant.removed_at', 'is', null)
		.groupBy(['category.id', 'category.name', 'category.position'])
		.orderBy('category.position')
		.execute();
	const people = new Map(rows.map((row) => [row.id, Number(row.people)]));
	const withheld = withheldCategories(people, floor);
	return rows
		.filter(({ id }) => !withheld.has(id))
		.map(({ id, name }) => ({ id, name: fromJson<LocalizedText>(name) }));
}
