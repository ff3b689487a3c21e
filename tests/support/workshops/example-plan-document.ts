import type { RankedCluster } from '#lib/server/documents/workshop/workshop-sections.ts';
import type { Action } from '#lib/domain/plan/action-plan.ts';
import { denseRanks } from '#lib/domain/ballots/rank.ts';
import {
	planDocument,
	type ActionProvenance,
	type PlanDocument,
	type PlanDocumentSource
} from '#lib/server/documents/plan/plan-document.ts';
import { exampleAction } from '#lib/server/example/example-action.ts';
import example from '#lib/server/example/fes-meknes-workshop.json' with { type: 'json' };
import { actionOf } from './action-of.ts';

const FLOOR = 3;

/** The source of the example's document, so that a test can change a part of it. */
export function examplePlanSource(): PlanDocumentSource {
	const { workshop, action_plan: plan, clusters, proposals, notes, participants } = example;
	const dots = new Map<string, number>();
	for (const ballot of example.dot_vote.ballots) {
		dots.set(ballot.target_id, (dots.get(ballot.target_id) ?? 0) + ballot.dots);
	}
	const ranked = denseRanks(clusters, (cluster) => dots.get(cluster.id) ?? 0);
	const rankOf = new Map(ranked.map((entry) => [entry.item.id, entry]));
	const objectives = plan.objectives.map((objective, index) => ({
		id: objective.id,
		axisId: objective.axis_id,
		title: { ar: objective.ar },
		position: index
	}));
	const placeOf = (id: string): RankedCluster['place'] => {
		const place = rankOf.get(id);
		return place ? { unit: 'dots', score: place.score, rank: place.rank, tied: place.tied } : null;
	};

	return {
		workshop: {
			title: workshop.title,
			programme: workshop.programme,
			date: workshop.date,
			venue: workshop.venue,
			region: workshop.region,
			organisers: workshop.organisers.map((organiser, index) => ({
				name: organiser.ar,
				role: index === 0 ? ('organiser' as const) : ('partner' as const),
				logo: null
			})),
			example: true
		},
		plan: {
			title: { ar: plan.title_ar },
			axes: plan.axes.map(({ id, ar, fr }, index) => ({ id, title: { ar, fr }, position: index })),
			objectives,
			actions: plan.actions.map(exampleActionOf)
		},
		provenanceOf(action): ActionProvenance {
			const own = proposals.filter((proposal) => action.proposalIds.includes(proposal.id));
			const clusterIds = new Set(own.flatMap((proposal) => proposal.cluster_ids));
			const from = clusters.filter((cluster) => clusterIds.has(cluster.id));
			return {
				proposals: own.map((proposal) => ({
					number: proposals.indexOf(proposal) + 1,
					text: { ar: proposal.text_ar }
				})),
				clusters: from.map((cluster) => ({
					title: { ar: cluster.title_ar, fr: cluster.title_fr },
					place: placeOf(cluster.id)
				})),
				notes: new Set(own.flatMap((proposal) => proposal.note_ids)).size,
				score: from.reduce((sum, cluster) => sum + (dots.get(cluster.id) ?? 0), 0)
			};
		},
		participants: example.stakeholder_categories.map((category) => {
			const present = participants.filter((person) => person.category_id === category.id).length;
			const written = notes.filter((note) => note.category_id === category.id).length;
			return {
				name: { ar: category.ar, fr: category.fr, en: category.en },
				expected: category.count,
				present,
				notes: written
			};
		}),
		groupsToldAt: Date.UTC(2025, 3, 15, 17),
		clusters: ranked.map(({ item }) => ({
			title: { ar: item.title_ar, fr: item.title_fr },
			notes: item.note_ids.length,
			place: placeOf(item.id)
		})),
		votes: [],
		counts: {
			participants: participants.length,
			notes: notes.length,
			clusters: clusters.length,
			proposals: proposals.length,
			voters: new Set(example.dot_vote.ballots.map((ballot) => ballot.voter_id)).size
		},
		anonymityFloor: FLOOR,
		admission: 'open',
		generatedAt: Date.UTC(2025, 3, 16, 9)
	};
}

/** The shipped example workshop as a document of its plan. */
export function examplePlanDocument(): PlanDocument {
	return planDocument(examplePlanSource());
}

type ExampleAction = (typeof example)['action_plan']['actions'][number];

/** As the file has it, which names no level. */
function exampleActionOf(action: ExampleAction, position: number): Action {
	const ids = { objective: action.objective_id, proposals: action.proposal_ids };
	const { title, fields } = exampleAction(action, ids);
	return actionOf({ ...fields, level: null, id: action.id, title }, position);
}
