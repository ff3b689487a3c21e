import type { Action } from '#lib/domain/plan/action-plan.ts';
import { provenanceOf, type ProposalSource } from '#lib/domain/proposals/provenance.ts';
import { countEverything } from '../../reads/workshop-counts.ts';
import { gatherFrame } from '../workshop/gather-frame.ts';
import { gatherParticipants } from '../workshop/gather-participants.ts';
import { gatherVotes } from '../workshop/gather-votes.ts';
import type { Gathering } from '../workshop/gathering.ts';
import { rankedClusters } from '../workshop/ranked-clusters.ts';
import { planDocument, type ActionProvenance, type PlanDocument } from './plan-document.ts';

/** Everything that a document of the plan says, as it stands now. Throws `plan_empty`. */
export async function gatherPlan(gathering: Gathering): Promise<PlanDocument> {
	const { sources, actor, workshopId, at } = gathering;
	const { plan } = await sources.plans.read(actor, workshopId);
	const { workshop, frame } = await gatherFrame(gathering);
	const { proposals, material } = await sources.proposals.chain(actor, workshopId);
	const votes = await gatherVotes(gathering);
	const counts = await countEverything(sources.db, workshopId);
	return planDocument({
		workshop: frame,
		plan,
		provenanceOf: (action) => documentProvenance(action, proposals),
		counts: {
			participants: counts.participants,
			notes: counts.notes,
			clusters: counts.clusters,
			proposals: counts.proposals,
			voters: votes.at(-1)?.voters ?? null
		},
		participants: await gatherParticipants(gathering),
		clusters: rankedClusters(material, votes),
		anonymityFloor: workshop.anonymityFloor,
		generatedAt: at
	});
}

function documentProvenance(action: Action, sources: readonly ProposalSource[]): ActionProvenance {
	const { proposals, clusters, notes } = provenanceOf(action.proposalIds, sources);
	const dots = clusters.flatMap((cluster) => cluster.dots ?? []);
	return {
		proposals: proposals.map(({ number, text }) => ({ number, text })),
		clusters: clusters.map(({ title, dots, rank }) => ({ title, dots, rank })),
		notes: notes.length,
		dots: dots.length === 0 ? null : dots.reduce((sum, count) => sum + count, 0)
	};
}
