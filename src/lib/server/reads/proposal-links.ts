import type { Db } from '../db/database.ts';
import '../clusters/cluster.table.ts';
import '../clusters/grouping.table.ts';
import '../notes/note.table.ts';
import '../proposals/proposal.table.ts';

/** What a proposal grew from. */
export interface ProposalLinks {
	/** In the order of the clusters. */
	readonly clusterIds: readonly string[];
	/** `<board>/<key>`, oldest first. */
	readonly noteKeys: readonly string[];
}

/** What each proposal of a workshop grew from, by its id; one without links is not in it. */
export async function linksOfProposals(
	db: Db,
	workshopId: string
): Promise<ReadonlyMap<string, ProposalLinks>> {
	const clusters = await db
		.selectFrom('proposal_cluster')
		.innerJoin('proposal', 'proposal.id', 'proposal_cluster.proposal_id')
		.leftJoin(
			(from) =>
				from
					.selectFrom('cluster')
					.innerJoin('grouping', 'grouping.id', 'cluster.grouping_id')
					.select(['cluster.id', 'cluster.position', 'grouping.workshop_id'])
					.as('cluster'),
			(join) =>
				join
					.onRef('cluster.id', '=', 'proposal_cluster.cluster_id')
					.onRef('cluster.workshop_id', '=', 'proposal.workshop_id')
		)
		.select(['proposal.id', 'proposal_cluster.cluster_id as link'])
		.where('proposal.workshop_id', '=', workshopId)
		.orderBy('cluster.position')
		.orderBy('link')
		.execute();
	const notes = await db
		.selectFrom('proposal_note')
		.innerJoin('proposal', 'proposal.id', 'proposal_note.proposal_id')
		.leftJoin('note', (join) =>
			join
				.onRef('note.board_id', '=', 'proposal_note.board')
				.onRef('note.key', '=', 'proposal_note.note_key')
		)
		.select(['proposal.id', 'proposal_note.board', 'proposal_note.note_key as key'])
		.where('proposal.workshop_id', '=', workshopId)
		.orderBy('note.created_at')
		.orderBy('proposal_note.note_key')
		.execute();
	const clustersOf = Map.groupBy(clusters, ({ id }) => id);
	const notesOf = Map.groupBy(notes, ({ id }) => id);
	const linked = new Set([...clustersOf.keys(), ...notesOf.keys()]);
	return new Map(
		[...linked].map((id) => [
			id,
			{
				clusterIds: (clustersOf.get(id) ?? []).map(({ link }) => link),
				noteKeys: (notesOf.get(id) ?? []).map(({ board, key }) => `${board}/${key}`)
			}
		])
	);
}
