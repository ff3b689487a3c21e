import type { Db } from '../db/database.ts';
import '../categories/category.table.ts';
import '../participants/participant.table.ts';
import '../votes/vote.table.ts';

/** The voters of each category of the workshop, 0 included, in the order of the categories. */
export async function votersByCategory(
	db: Db,
	vote: { readonly id: string; readonly workshopId: string }
): Promise<Map<string, number>> {
	const categories = await db
		.selectFrom('category')
		.select('id')
		.where('workshop_id', '=', vote.workshopId)
		.orderBy('position')
		.execute();
	const rows = await db
		.selectFrom('ballot')
		.innerJoin('participant', 'participant.actor_id', 'ballot.actor_id')
		.select(({ fn }) => [
			'participant.category_id as categoryId',
			fn.count('ballot.actor_id').distinct().as('people')
		])
		.where('ballot.vote_id', '=', vote.id)
		.groupBy('participant.category_id')
		.execute();
	const people = new Map(rows.map((row) => [row.categoryId, Number(row.people)]));
	return new Map(categories.map(({ id }) => [id, people.get(id) ?? 0]));
}

/**
 * Category to cluster to dots, nothing withheld: what leaves the server goes through
 * `withheldCategories` first.
 */
export async function dotsByCategory(
	db: Db,
	voteId: string
): Promise<Map<string, Map<string, number>>> {
	const rows = await db
		.selectFrom('ballot')
		.innerJoin('participant', 'participant.actor_id', 'ballot.actor_id')
		.select(({ fn }) => [
			'participant.category_id as categoryId',
			'ballot.cluster_id as clusterId',
			fn.sum('ballot.dots').as('dots')
		])
		.where('ballot.vote_id', '=', voteId)
		.groupBy(['participant.category_id', 'ballot.cluster_id'])
		.execute();
	const dots = new Map<string, Map<string, number>>();
	for (const row of rows) {
		const of = dots.get(row.categoryId) ?? new Map<string, number>();
		dots.set(row.categoryId, of.set(row.clusterId, Number(row.dots)));
	}
	return dots;
}
