import { parseNoteRefId } from '../../board/clusters-doc.ts';
import { DomainError } from '../../domain/errors.ts';
import type { LocalizedText } from '../../domain/text/locale.ts';
import type { Proposal, ProposalStatus } from '../../domain/proposals/proposal.ts';
import type { Db, Trx } from '../db/database.ts';
import { fromJson, toJson } from '../db/json-column.ts';
import '../clusters/cluster.table.ts';
import '../clusters/grouping.table.ts';
import '../notes/note.table.ts';
import '../plans/plan.table.ts';
import '../workshops/workshop.table.ts';
import './proposal.table.ts';

/** The proposals of a workshop in the order of their numbers, with their links. */
export async function listProposals(db: Db, workshopId: string): Promise<Proposal[]> {
	const rows = await db
		.selectFrom('proposal')
		.selectAll()
		.where('workshop_id', '=', workshopId)
		.orderBy('number')
		.execute();
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
		.select(['proposal_cluster.proposal_id as id', 'proposal_cluster.cluster_id as link'])
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
		.select(['proposal_note.proposal_id as id', 'proposal_note.board', 'proposal_note.note_key'])
		.where('proposal.workshop_id', '=', workshopId)
		.orderBy('note.created_at')
		.orderBy('proposal_note.note_key')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		workshopId: row.workshop_id,
		number: row.number,
		text: fromJson<LocalizedText>(row.text),
		status: row.status,
		clusterIds: clusters.filter(({ id }) => id === row.id).map(({ link }) => link),
		noteKeys: notes
			.filter(({ id }) => id === row.id)
			.map((note) => `${note.board}/${note.note_key}`),
		version: row.version
	}));
}

/** The workshop that a proposal is of. Throws `not_found`. */
export async function getWorkshopOf(db: Db, proposalId: string): Promise<string> {
	const row = await db
		.selectFrom('proposal')
		.select('workshop_id')
		.where('id', '=', proposalId)
		.executeTakeFirst();
	if (!row) throw new DomainError('not_found');
	return row.workshop_id;
}

/** Throws `not_found`. */
export async function getProposal(db: Db, proposalId: string): Promise<Proposal> {
	const proposals = await listProposals(db, await getWorkshopOf(db, proposalId));
	const proposal = proposals.find(({ id }) => id === proposalId);
	if (!proposal) throw new DomainError('not_found');
	return proposal;
}

/**
 * How many proposals a workshop has, and the number of the next one. Holds the workshop's row until the
 * transaction ends, so that two who create at once get two numbers.
 */
export async function takeNumber(
	trx: Trx,
	workshopId: string
): Promise<{ count: number; next: number }> {
	await trx
		.updateTable('workshop')
		.set((set) => ({ version: set.ref('version') }))
		.where('id', '=', workshopId)
		.execute();
	const row = await trx
		.selectFrom('proposal')
		.select(({ fn }) => [fn.countAll().as('count'), fn.max<number | null>('number').as('last')])
		.where('workshop_id', '=', workshopId)
		.executeTakeFirstOrThrow();
	return { count: Number(row.count), next: (row.last ?? 0) + 1 };
}

export async function insertProposal(
	trx: Trx,
	proposal: Pick<Proposal, 'id' | 'workshopId' | 'number' | 'text' | 'status'>,
	created: { by: string; at: number }
): Promise<void> {
	await trx
		.insertInto('proposal')
		.values({
			id: proposal.id,
			workshop_id: proposal.workshopId,
			number: proposal.number,
			text: toJson(proposal.text),
			status: proposal.status,
			created_by: created.by,
			created_at: created.at,
			version: 1
		})
		.execute();
}

/** Moves a proposal on from the version that was seen, with what changes. Throws `stale`. */
export async function reviseProposal(
	trx: Trx,
	proposalId: string,
	seen: number,
	change: { text?: LocalizedText; status?: ProposalStatus }
): Promise<void> {
	const result = await trx
		.updateTable('proposal')
		.set({
			...(change.text && { text: toJson(change.text) }),
			...(change.status && { status: change.status }),
			version: seen + 1
		})
		.where('id', '=', proposalId)
		.where('version', '=', seen)
		.executeTakeFirst();
	if (result.numUpdatedRows !== 1n) throw new DomainError('stale');
}

/** Puts links to clusters in the place of the earlier ones. Throws `not_found` for one of no cluster. */
export async function replaceClusterLinks(
	trx: Trx,
	proposal: { id: string; workshopId: string },
	clusterIds: readonly string[]
): Promise<void> {
	const wanted = new Set(clusterIds);
	const found = await trx
		.selectFrom('cluster')
		.innerJoin('grouping', 'grouping.id', 'cluster.grouping_id')
		.select('cluster.id')
		.where('grouping.workshop_id', '=', proposal.workshopId)
		.execute();
	const known = new Set(found.map(({ id }) => id));
	await trx.deleteFrom('proposal_cluster').where('proposal_id', '=', proposal.id).execute();
	for (const clusterId of wanted) {
		if (!known.has(clusterId)) throw new DomainError('not_found');
		await trx
			.insertInto('proposal_cluster')
			.values({ proposal_id: proposal.id, cluster_id: clusterId })
			.execute();
	}
}

/** Puts links to notes (`<board>/<key>`) in the place of the earlier ones. Throws `not_found`. */
export async function replaceNoteLinks(
	trx: Trx,
	proposal: { id: string; workshopId: string },
	refs: readonly string[]
): Promise<void> {
	const found = await trx
		.selectFrom('note')
		.select(['board_id', 'key'])
		.where('workshop_id', '=', proposal.workshopId)
		.execute();
	const known = new Set(found.map(({ board_id, key }) => `${board_id}/${key}`));
	await trx.deleteFrom('proposal_note').where('proposal_id', '=', proposal.id).execute();
	for (const refId of new Set(refs)) {
		const ref = parseNoteRefId(refId);
		if (!ref || !known.has(refId)) throw new DomainError('not_found');
		await trx
			.insertInto('proposal_note')
			.values({ proposal_id: proposal.id, board: ref.board, note_key: ref.key })
			.execute();
	}
}

/** Removes a proposal and its links at the version that was seen. Throws `stale`. */
export async function deleteProposal(trx: Trx, proposalId: string, seen: number): Promise<void> {
	const result = await trx
		.deleteFrom('proposal')
		.where('id', '=', proposalId)
		.where('version', '=', seen)
		.executeTakeFirst();
	if (result.numDeletedRows !== 1n) throw new DomainError('stale');
}

/** The actions that name each proposal, in the plan's order. */
export async function actionsByProposal(
	db: Db,
	workshopId: string
): Promise<ReadonlyMap<string, readonly { id: string; code: string }[]>> {
	const rows = await db
		.selectFrom('plan_action_proposal as link')
		.innerJoin('plan_action as action', (join) =>
			join
				.onRef('action.id', '=', 'link.action_id')
				.onRef('action.workshop_id', '=', 'link.workshop_id')
		)
		.select(['link.proposal_id as proposalId', 'action.id', 'action.code'])
		.where('link.workshop_id', '=', workshopId)
		.orderBy('action.position')
		.orderBy('action.id')
		.execute();
	const actions = new Map<string, { id: string; code: string }[]>();
	for (const { proposalId, id, code } of rows)
		actions.set(proposalId, [...(actions.get(proposalId) ?? []), { id, code }]);
	return actions;
}
