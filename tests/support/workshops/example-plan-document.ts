import type { RankedCluster } from '#lib/server/documents/workshop/workshop-sections.ts';
import type { Action, ActionPriority, FinancingStatus } from '#lib/domain/plan/action-plan.ts';
import { denseRanks } from '#lib/domain/ballots/rank.ts';
import {
	planDocument,
	type ActionProvenance,
	type PlanDocument,
	type PlanDocumentSource
} from '#lib/server/documents/plan/plan-document.ts';
import example from '#lib/server/example/fes-meknes-workshop.json' with { type: 'json' };

const PRIORITIES: Record<string, ActionPriority> = {
	عالية: 'high',
	مرتفع: 'high',
	متوسطة: 'medium',
	متوسط: 'medium',
	منخفضة: 'low',
	منخفض: 'low'
};
const FUNDS: Record<string, FinancingStatus> = {
	مؤكد: 'confirmed',
	'قيد التفاوض': 'negotiating',
	للتعبئة: 'to_mobilise'
};
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
	const withheld = (people: number, value: number): number | 'small' =>
		people < FLOOR ? 'small' : value;
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
			actions: plan.actions.map(actionOf)
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
				present: withheld(present, present),
				notes: withheld(present, written)
			};
		}),
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
		generatedAt: Date.UTC(2025, 3, 16, 9)
	};
}

/** The shipped example workshop as a document of its plan. */
export function examplePlanDocument(): PlanDocument {
	return planDocument(examplePlanSource());
}

type ExampleAction = (typeof example)['action_plan']['actions'][number];

function actionOf(action: ExampleAction, index: number): Action {
	return {
		id: action.id,
		code: action.code,
		objectiveId: action.objective_id,
		title: { ar: action.title_ar, fr: action.title_fr },
		description: action.description_ar,
		level: null,
		location: action.location_ar,
		beneficiaries: action.beneficiaries_ar,
		responsible: [action.responsible_ar],
		partners: action.partners_ar.map((name) => ({ name, commitment: '' })),
		cost: action.budget_mad,
		financing: action.financing.map((line) => ({
			source: line.source_ar,
			amount: line.amount_mad,
			status: FUNDS[line.status_ar] ?? 'to_mobilise'
		})),
		start: action.start,
		end: action.end,
		indicators: action.indicators.map((indicator) => ({
			label: indicator.label_ar,
			baseline: String(indicator.baseline),
			target: String(indicator.target),
			unit: indicator.unit_ar,
			source: indicator.source_of_verification_ar
		})),
		risks: action.risks.map((risk) => ({
			label: risk.risk_ar,
			level: PRIORITIES[risk.level_ar] ?? null,
			mitigation: risk.mitigation_ar
		})),
		priority: PRIORITIES[action.priority_ar] ?? null,
		quickWin: action.quick_win,
		status: 'not_started',
		proposalIds: action.proposal_ids,
		position: index
	};
}
