import type { Action } from '#lib/domain/plan/action-plan.ts';
import { provenanceOf, type ProposalSource } from '#lib/domain/proposals/provenance.ts';
import { countEverything } from '../../reads/workshop-counts.ts';
import { gatherChain } from '../workshop/gather-chain.ts';
import { gatherFrame } from '../workshop/gather-frame.ts';
import { gatherParticipants } from '../workshop/gather-participants.ts';
import { citedVotes, gatherVotes } from '../workshop/gather-votes.ts';
import type { Gathering } from '../workshop/gathering.ts';
import { rankedClusters } from '../workshop/ranked-clusters.ts';
import { planDocument, type ActionProvenance, type PlanDocument } from './plan-document.ts';

/** Everything that a document of the plan says, as it stands now. Throws `plan_empty`. */
export async function gatherPlan(gathering: Gathering): Promise<PlanDocument> {
	const { sources, actor, workshopId, at } = gathering;
	const { plan } = await sources.plans.read(actor, workshopId);
	const { workshop, frame } = await gatherFrame(gathering);
	const { proposals, material } = await gatherChain(gathering);
	const votes = citedVotes(await gatherVotes(gathering));
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
			voters: votes.length > 0 ? votes.reduce((sum, { voters }) => sum + voters, 0) : null
		},
		...(await gatherParticipants(gathering, counts.participants)),
		clusters: rankedClusters(material, votes),
		votes,
		anonymityFloor: workshop.anonymityFloor,
		admission: workshop.admission,
		generatedAt: at
	});
}

function documentProvenance(action: Action, sources: readonly ProposalSource[]): ActionProvenance {
	const { proposals, clusters, notes } = provenanceOf(action.proposalIds, sources);
	const scores = clusters.flatMap(({ place }) => place?.score ?? []);
	return {
		proposals: proposals.map(({ number, text }) => ({ number, text })),
		clusters: clusters.map(({ title, place }) => ({ title, place })),
		notes: notes.length,
		score: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0)
	};
}
