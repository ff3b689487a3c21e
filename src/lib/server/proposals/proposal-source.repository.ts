import { withheldCategories } from '../../domain/people/anonymity.ts';
import type { LocalizedText } from '../../domain/text/locale.ts';
import type { HeardCategory, SourceNote } from '../../domain/proposals/provenance.ts';
import type { Db } from '../db/database.ts';
import { fromJson } from '../db/json-column.ts';
import '../categories/category.table.ts';
import '../clusters/cluster.table.ts';
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
		.select(['id', 'title', 'deleted'])
		.where('workshop_id', '=', workshopId)
		.orderBy('position')
		.orderBy('id')
		.execute();
	return rows.map(({ id, title, deleted }) => ({
		id,
		title: fromJson<LocalizedText>(title),
		standing: deleted === 0
	}));
}

/** A note with the cluster it stands in and, for the server alone, its author's category. */
export interface PlacedNote extends SourceNote {
	readonly clusterId: string | null;
	readonly categoryId: string | null;
}

/** The notes that stand, oldest first. */
export async function listPlacedNotes(db: Db, workshopId: string): Promise<PlacedNote[]> {
	const rows = await db
		.selectFrom('note')
		.leftJoin('participant', 'participant.actor_id', 'note.author_id')
		.leftJoin('cluster_note', (join) =>
			join
				.onRef('cluster_note.board', '=', 'note.board')
				.onRef('cluster_note.note_key', '=', 'note.key')
				.onRef('cluster_note.workshop_id', '=', 'note.workshop_id')
		)
		.leftJoin('cluster', (join) =>
			join
				.onRef('cluster.id', '=', 'cluster_note.cluster_id')
				.onRef('cluster.workshop_id', '=', 'note.workshop_id')
				.on('cluster.deleted', '=', 0)
		)
		.select([
			'note.board',
			'note.key',
			'note.activity_id as activityId',
			'note.column_id as columnId',
			'note.text',
			'cluster.id as clusterId',
			'participant.category_id as categoryId'
		])
		.where('note.workshop_id', '=', workshopId)
		.where('note.deleted', '=', 0)
		.orderBy('note.created_at')
		.orderBy('note.key')
		.execute();
	return rows.map(({ board, key, ...note }) => ({ ref: `${board}/${key}`, ...note }));
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
