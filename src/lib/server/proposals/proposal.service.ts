import { addAction, readPlan } from '../../board/plan-doc.ts';
import { nextActionCode } from '../../domain/plan/action-code.ts';
import { PLAN_LIMITS } from '../../domain/plan/action-plan.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { DomainError } from '../../domain/errors.ts';
import { newId } from '../../domain/id.ts';
import type { LocalizedText } from '../../domain/text/locale.ts';
import { requireLocalizedText } from '../../domain/text/localized-text.ts';
import { assertAllowed, canInWorkshop, type WorkshopAction } from '../../domain/policy.ts';
import {
	PROPOSAL_LINKS,
	PROPOSAL_TEXT_LIMIT,
	PROPOSALS_PER_WORKSHOP,
	type ProposalStatus
} from '../../domain/proposals/proposal.ts';
import type {
	HeardCategory,
	ProposalSource,
	SourceCluster,
	SourceNote
} from '../../domain/proposals/provenance.ts';
import { withBroughtNotes } from '../../domain/proposals/brought-notes.ts';
import type { RootDb, Trx } from '../db/database.ts';
import { eventToRecord, recordEvent } from '../events/record-event.ts';
import type { ToldGroupsService } from '../groups/told-groups.service.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { VoteService } from '../votes/vote.service.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import { actionsByProposal } from '../reads/actions-by-proposal.ts';
import { listCategories } from '../reads/categories.ts';
import { listAllClusters } from '../reads/clusters.ts';
import { getPlanOf } from '../reads/plan-of-workshop.ts';
import { listStandingNotes, type StandingNote } from '../reads/standing-notes.ts';
import { untracedNotes } from '../reads/untraced.ts';
import { namedNotes, namedSource } from '../notes/note-names.ts';
import {
	countProposals,
	deleteProposal,
	getProposal,
	getWorkshopOf,
	getWorkshopOfRemoved,
	insertProposal,
	listProposals,
	replaceClusterLinks,
	replaceNoteLinks,
	restoreLinks,
	reviseProposal,
	takeNumber,
	takeRemoved
} from './proposal.repository.ts';
import { timeNow } from '../time/clock.ts';

/** What a facilitator gives of a proposal. Notes are named as `<board>/<key>`. */
export interface ProposalDraft {
	readonly text: LocalizedText;
	readonly status?: ProposalStatus;
	readonly clusterIds: readonly string[];
	readonly noteKeys: readonly string[];
}

/** A cluster that stands, with its notes: what proposals are made from. */
export interface ProposalMaterial {
	readonly clusters: readonly (SourceCluster & { readonly notes: readonly SourceNote[] })[];
	readonly unclustered: readonly SourceNote[];
	/** Clusters with a place in a vote that is cited which were taken apart or merged since: their results stay. */
	readonly gone: readonly SourceCluster[];
}

/** From people's own words to the proposals that grew from them. */
export interface ProposalChain {
	readonly proposals: readonly ProposalSource[];
	readonly material: ProposalMaterial;
	/** The notes that stand, oldest first, with what is the server's alone. */
	readonly notes: readonly StandingNote[];
}

/** Proposals, from the clusters and notes they grow from to the actions that grow from them. */
export interface ProposalService {
	/**
	 * All proposals in the order of their numbers, with their provenance and their actions. Notes have their keys
	 * for those who write proposals; readers, here and below, get names in their place.
	 */
	list(actor: Actor, workshopId: string): Promise<ProposalSource[]>;
	/** How many there are. */
	count(actor: Actor, workshopId: string): Promise<number>;
	/**
	 * The proposals with the material that they are made from, read once: for documents, which tell both. `reword` gives
	 * what is told of each note's words.
	 */
	chain(
		actor: Actor,
		workshopId: string,
		reword?: (text: string) => string
	): Promise<ProposalChain>;
	/** The clusters in the order of their ranks, then of the board; for those who only read without notes. */
	material(actor: Actor, workshopId: string): Promise<ProposalMaterial>;
	/** The notes that no action of the plan can be traced back to, oldest first. */
	untracedNotes(actor: Actor, workshopId: string): Promise<SourceNote[]>;
	/**
	 * Gives the new proposal's id. A cluster of which no note is named brings all that stand in it. Throws
	 * `text_empty`, `text_too_long`, `too_many_items`, `not_found`.
	 */
	create(actor: Actor, workshopId: string, draft: ProposalDraft): Promise<string>;
	/** Changes what is given; links that are given take the place of the earlier ones. Throws `stale`. */
	edit(
		actor: Actor,
		proposalId: string,
		seen: number,
		change: Partial<ProposalDraft>
	): Promise<void>;
	/** Throws `proposal_in_use` while an action of the plan names it, `stale`. */
	remove(actor: Actor, proposalId: string, seen: number): Promise<void>;
	/**
	 * Brings a proposal back that was removed within a day, with its number unless another one has it by now, and
	 * with its links as far as clusters and notes stand. Throws `not_found`, `too_many_items`.
	 */
	restore(actor: Actor, proposalId: string): Promise<void>;
	/**
	 * Adds an action to the plan that keeps the link to the proposal, under the next code of the
	 * objective. Throws `not_found` without the objective, `too_many_items`.
	 */
	toAction(
		actor: Actor,
		proposalId: string,
		action: { readonly title: LocalizedText; readonly objectiveId: string }
	): Promise<{ readonly actionId: string; readonly code: string }>;
}

export function proposalService(deps: {
	db: RootDb;
	rooms: Rooms;
	votes: VoteService;
	toldGroups: Pick<ToldGroupsService, 'tellEndedBoards'>;
	now?: () => number;
}): ProposalService {
	const { db, rooms, votes, toldGroups, now = timeNow } = deps;

	/** Says whether the actor links notes to proposals, and so gets their keys. */
	async function guard(
		actor: Actor,
		workshopId: string,
		action: WorkshopAction
	): Promise<{ links: boolean }> {
		const access = await getWorkshopAccess(db, workshopId);
		assertAllowed(canInWorkshop(actor, action, access));
		return { links: canInWorkshop(actor, 'write_proposals', access) };
	}

	async function clustersById(
		actor: Actor,
		workshopId: string
	): Promise<Map<string, SourceCluster & { standing: boolean }>> {
		const ranks = await votes.ranking(actor, workshopId);
		const clusters = await listAllClusters(db, workshopId);
		return new Map(
			clusters.map((cluster) => [cluster.id, { ...cluster, place: ranks.get(cluster.id) ?? null }])
		);
	}

	/** The notes that stand, each with the category that is told beside it. */
	async function toldNotes(workshopId: string): Promise<StandingNote[]> {
		await toldGroups.tellEndedBoards(workshopId);
		return listStandingNotes(db, workshopId);
	}

	async function list(actor: Actor, workshopId: string): Promise<ProposalSource[]> {
		const { links } = await guard(actor, workshopId, 'read_proposals');
		const clusters = await clustersById(actor, workshopId);
		const sources = await listed(workshopId, clusters, await toldNotes(workshopId));
		return links ? sources : sources.map(namedSource);
	}

	async function listed(
		workshopId: string,
		clusters: ReadonlyMap<string, SourceCluster>,
		written: readonly StandingNote[]
	): Promise<ProposalSource[]> {
		const notes = new Map(written.map((note) => [note.ref, note]));
		const categories: HeardCategory[] = await listCategories(db, workshopId);
		const actions = await actionsByProposal(db, workshopId);
		return (await listProposals(db, workshopId)).map((proposal) => {
			const from = proposal.noteKeys.flatMap((ref) => notes.get(ref) ?? []);
			return {
				...proposal,
				clusters: proposal.clusterIds.flatMap((id) => clusters.get(id) ?? []).map(sourceCluster),
				notes: from.map(sourceNote),
				categories: categories
					.filter(({ id }) => from.some((note) => note.categoryId === id))
					.map(({ id, name }) => ({ id, name })),
				actions: actions.get(proposal.id) ?? []
			};
		});
	}

	/** Puts links in the place of the earlier ones, with the notes that clusters bring which were not linked. */
	async function replaceLinks(
		trx: Trx,
		proposal: { readonly id: string; readonly workshopId: string },
		{ clusterIds, noteKeys }: Pick<ProposalDraft, 'clusterIds' | 'noteKeys'>,
		before: readonly string[]
	): Promise<void> {
		await replaceClusterLinks(trx, proposal, clusterIds);
		const standing = await listStandingNotes(trx, proposal.workshopId);
		const newlyLinked = clusterIds.filter((id) => !before.includes(id));
		const notes = withBroughtNotes(
			noteKeys,
			newlyLinked.map((id) =>
				standing.filter((note) => note.clusterIds.includes(id)).map(({ ref }) => ref)
			)
		);
		assertLinkCount(notes);
		await replaceNoteLinks(trx, proposal, notes);
	}

	return {
		list,
		async count(actor, workshopId) {
			await guard(actor, workshopId, 'read_proposals');
			return countProposals(db, workshopId);
		},
		async chain(actor, workshopId, reword = (text) => text) {
			await guard(actor, workshopId, 'read_proposals');
			const clusters = await clustersById(actor, workshopId);
			const notes = (await toldNotes(workshopId)).map((note) => ({
				...note,
				text: reword(note.text)
			}));
			const proposals = await listed(workshopId, clusters, notes);
			return { proposals, material: materialOf(clusters, notes), notes };
		},
		async material(actor, workshopId) {
			const { links } = await guard(actor, workshopId, 'read_proposals');
			const notes = links ? await listStandingNotes(db, workshopId) : [];
			return materialOf(await clustersById(actor, workshopId), notes);
		},
		async untracedNotes(actor, workshopId) {
			const { links } = await guard(actor, workshopId, 'read_plan');
			const untraced = new Set(await untracedNotes(db, workshopId));
			const notes = await listStandingNotes(db, workshopId);
			const left = notes.filter(({ ref }) => untraced.has(ref)).map(sourceNote);
			return links ? left : namedNotes(left);
		},
		async create(actor, workshopId, draft) {
			await guard(actor, workshopId, 'write_proposals');
			const text = requireLocalizedText(draft.text, PROPOSAL_TEXT_LIMIT, 'text');
			const proposal = { id: newId(), workshopId, text, status: draft.status ?? 'draft' };
			assertLinkCount(draft.clusterIds);
			await db.transaction().execute(async (trx) => {
				const { count, next } = await takeNumber(trx, workshopId);
				if (count >= PROPOSALS_PER_WORKSHOP)
					throw new DomainError('too_many_items', { limit: PROPOSALS_PER_WORKSHOP });
				await insertProposal(trx, { ...proposal, number: next }, { by: actor.id, at: now() });
				await replaceLinks(trx, proposal, draft, []);
				const event = { action: 'proposal_made', workshopId, actorId: actor.id } as const;
				await recordEvent(trx, { ...event, subjectId: proposal.id }, now());
			});
			return proposal.id;
		},
		async edit(actor, proposalId, seen, change) {
			const workshopId = await getWorkshopOf(db, proposalId);
			await guard(actor, workshopId, 'write_proposals');
			const { status, clusterIds, noteKeys } = change;
			const text = change.text && requireLocalizedText(change.text, PROPOSAL_TEXT_LIMIT, 'text');
			assertLinkCount(clusterIds ?? []);
			const proposal = { id: proposalId, workshopId };
			await db.transaction().execute(async (trx) => {
				await reviseProposal(trx, proposalId, seen, { text, status });
				if (clusterIds || noteKeys) {
					const before = await getProposal(trx, proposalId);
					const links = {
						clusterIds: clusterIds ?? before.clusterIds,
						noteKeys: noteKeys ?? before.noteKeys
					};
					await replaceLinks(trx, proposal, links, before.clusterIds);
				}
				const event = { action: 'proposal_edited', workshopId, actorId: actor.id } as const;
				const detail = status && { status };
				await recordEvent(trx, { ...event, subjectId: proposalId, detail }, now());
			});
		},
		async remove(actor, proposalId, seen) {
			const workshopId = await getWorkshopOf(db, proposalId);
			await guard(actor, workshopId, 'write_proposals');
			await db.transaction().execute(async (trx) => {
				const actions = (await actionsByProposal(trx, workshopId)).get(proposalId) ?? [];
				if (actions.length > 0)
					throw new DomainError('proposal_in_use', { actions: actions.length });
				await deleteProposal(trx, proposalId, seen, now());
				const event = { action: 'proposal_removed', workshopId, actorId: actor.id } as const;
				await recordEvent(trx, { ...event, subjectId: proposalId }, now());
			});
		},
		async restore(actor, proposalId) {
			const workshopId = await getWorkshopOfRemoved(db, proposalId);
			await guard(actor, workshopId, 'write_proposals');
			await db.transaction().execute(async (trx) => {
				const { count, next } = await takeNumber(trx, workshopId);
				if (count >= PROPOSALS_PER_WORKSHOP)
					throw new DomainError('too_many_items', { limit: PROPOSALS_PER_WORKSHOP });
				const removed = await takeRemoved(trx, proposalId);
				const taken = (await listProposals(trx, workshopId)).some(
					({ number }) => number === removed.number
				);
				const number = taken ? next : removed.number;
				const made = { by: removed.createdBy, at: removed.createdAt };
				await insertProposal(trx, { ...removed, number }, made, removed.version + 1);
				await restoreLinks(trx, removed);
				const event = { action: 'proposal_restored', workshopId, actorId: actor.id } as const;
				await recordEvent(trx, { ...event, subjectId: proposalId }, now());
			});
		},
		async toAction(actor, proposalId, { title, objectiveId }) {
			const proposal = await getProposal(db, proposalId);
			await guard(actor, proposal.workshopId, 'write_plan');
			const named = requireLocalizedText(title, PLAN_LIMITS.title, 'title');
			const { workshopId } = proposal;
			const planId = await getPlanOf(db, workshopId);
			const made = { action: 'proposal_made_action', workshopId, actorId: actor.id } as const;
			// The action itself is in the plan's own log, which names its writer; this says where it came from.
			const event = eventToRecord(db, { ...made, subjectId: proposalId }, now());
			let added = { actionId: '', code: '' };
			await rooms.change(
				'plan',
				planId,
				actor.id,
				(doc) => {
					const plan = readPlan(doc);
					if (plan.actions.length >= PLAN_LIMITS.actions)
						throw new DomainError('too_many_items', { limit: PLAN_LIMITS.actions });
					const code = nextActionCode(plan, objectiveId);
					const fields = { code, objectiveId, proposalIds: [proposalId] };
					added = { actionId: addAction(doc, named, fields), code };
				},
				[event.compile()]
			);
			return added;
		}
	};
}

function assertLinkCount(links: readonly string[]): void {
	if (links.length > PROPOSAL_LINKS)
		throw new DomainError('too_many_items', { limit: PROPOSAL_LINKS });
}

/** A note without what documents alone tell of it. */
function sourceNote({ ref, activityId, columnId, text, editedBy }: StandingNote): SourceNote {
	return { ref, activityId, columnId, text, editedBy };
}

function sourceCluster({ id, title, place }: SourceCluster): SourceCluster {
	return { id, title, place };
}

function materialOf(
	clusters: ReadonlyMap<string, SourceCluster & { standing: boolean }>,
	notes: readonly StandingNote[]
): ProposalMaterial {
	const byRank = [...clusters.values()].sort(
		(a, b) => (a.place?.rank ?? Infinity) - (b.place?.rank ?? Infinity) || 0
	);
	const standing = byRank.filter((cluster) => cluster.standing);
	const members = new Map<string, SourceNote[]>(standing.map(({ id }) => [id, []]));
	for (const note of notes)
		for (const id of note.clusterIds) members.get(id)?.push(sourceNote(note));
	return {
		clusters: standing.map((cluster) => ({
			...sourceCluster(cluster),
			notes: members.get(cluster.id) ?? []
		})),
		unclustered: notes.filter((note) => note.clusterIds.length === 0).map(sourceNote),
		gone: byRank.filter(({ standing, place }) => !standing && place !== null).map(sourceCluster)
	};
}
