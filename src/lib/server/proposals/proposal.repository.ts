import { parseNoteRefId } from '../../board/clusters-doc.ts';
import { DomainError } from '../../domain/errors.ts';
import type { LocalizedText } from '../../domain/text/locale.ts';
import type { Proposal, ProposalStatus } from '../../domain/proposals/proposal.ts';
import type { Db, Trx } from '../db/database.ts';
import { fromJson, toJson } from '../db/json-column.ts';
import { holdWorkshop } from '../access/workshop-revision.ts';
import { listAllClusters } from '../reads/clusters.ts';
import { listEveryNote } from '../reads/every-note.ts';
import { linksOfProposals } from '../reads/proposal-links.ts';
import './proposal.table.ts';

/** The proposals of a workshop in the order of their numbers, with their links. */
export async function listProposals(db: Db, workshopId: string): Promise<Proposal[]> {
	const rows = await db
		.selectFrom('proposal')
		.selectAll()
		.where('workshop_id', '=', workshopId)
		.orderBy('number')
		.execute();
	const links = await linksOfProposals(db, workshopId);
	return rows.map((row) => ({
		id: row.id,
		workshopId: row.workshop_id,
		number: row.number,
		text: fromJson<LocalizedText>(row.text),
		status: row.status,
		clusterIds: links.get(row.id)?.clusterIds ?? [],
		noteKeys: links.get(row.id)?.noteKeys ?? [],
		version: row.version
	}));
}

/** How many proposals a workshop has. */
export async function countProposals(db: Db, workshopId: string): Promise<number> {
	const row = await db
		.selectFrom('proposal')
		.select(({ fn }) => fn.countAll().as('proposals'))
		.where('workshop_id', '=', workshopId)
		.executeTakeFirstOrThrow();
	return Number(row.proposals);
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
	await holdWorkshop(trx, workshopId);
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
	created: { by: string; at: number },
	version = 1
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
			version
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
	const clusters = await listAllClusters(trx, proposal.workshopId);
	const known = new Set(clusters.map(({ id }) => id));
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
	const known = await listEveryNote(trx, proposal.workshopId);
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

/** A removed proposal as it is kept, with who made it and when. */
export interface RemovedProposal extends Proposal {
	readonly createdBy: string;
	readonly createdAt: number;
}

/** How long a removed proposal can come back, in milliseconds. */
const KEPT = 24 * 60 * 60 * 1000;

/** The workshop of a proposal that was removed. Throws `not_found`. */
export async function getWorkshopOfRemoved(db: Db, proposalId: string): Promise<string> {
	const row = await db
		.selectFrom('removed_proposal')
		.select('workshop_id')
		.where('id', '=', proposalId)
		.executeTakeFirst();
	if (!row) throw new DomainError('not_found');
	return row.workshop_id;
}

/** Takes a removed proposal out of what is kept. Throws `not_found`, as the second of two who do. */
export async function takeRemoved(trx: Trx, proposalId: string): Promise<RemovedProposal> {
	const row = await trx
		.deleteFrom('removed_proposal')
		.where('id', '=', proposalId)
		.returning('proposal')
		.executeTakeFirst();
	if (!row) throw new DomainError('not_found');
	return fromJson<RemovedProposal>(row.proposal);
}

/** Links of a proposal that came back, as far as what they name still stands. */
export async function restoreLinks(trx: Trx, proposal: Proposal): Promise<void> {
	const clusters = new Set((await listAllClusters(trx, proposal.workshopId)).map(({ id }) => id));
	const notes = await listEveryNote(trx, proposal.workshopId);
	await replaceClusterLinks(
		trx,
		proposal,
		proposal.clusterIds.filter((id) => clusters.has(id))
	);
	await replaceNoteLinks(
		trx,
		proposal,
		proposal.noteKeys.filter((key) => notes.has(key))
	);
}

/** Keeps a proposal that is about to be removed, and forgets those that were kept long enough. */
async function keepRemoved(trx: Trx, proposalId: string, now: number): Promise<void> {
	await trx
		.deleteFrom('removed_proposal')
		.where('removed_at', '<', now - KEPT)
		.execute();
	const proposal = await getProposal(trx, proposalId);
	const { created_by: createdBy, created_at: createdAt } = await trx
		.selectFrom('proposal')
		.select(['created_by', 'created_at'])
		.where('id', '=', proposalId)
		.executeTakeFirstOrThrow();
	const { workshopId } = proposal;
	const kept: RemovedProposal = { ...proposal, createdBy, createdAt };
	await trx
		.insertInto('removed_proposal')
		.values({
			id: proposalId,
			workshop_id: workshopId,
			proposal: toJson(kept),
			removed_at: now
		})
		.execute();
}

/** Removes a proposal and its links at the version that was seen, and keeps them for a day. Throws `stale`. */
export async function deleteProposal(
	trx: Trx,
	proposalId: string,
	seen: number,
	now: number
): Promise<void> {
	await keepRemoved(trx, proposalId, now);
	const result = await trx
		.deleteFrom('proposal')
		.where('id', '=', proposalId)
		.where('version', '=', seen)
		.executeTakeFirst();
	if (result.numDeletedRows !== 1n) throw new DomainError('stale');
}
