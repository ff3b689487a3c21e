import type { NewAction } from '../../board/plan-doc.ts';
import type {
	ActionLevel,
	ActionPriority,
	FinancingStatus
} from '../../domain/plan/action-plan.ts';
import type { LocalizedText } from '../../domain/text/locale.ts';
import type { ProposalStatus } from '../../domain/proposals/proposal.ts';
import type { ExampleAction, ExampleProposal } from './example-workshop.ts';

/** The example's words for what the domain names; a word that is not here is a mistake in the example. */
const FINANCING: Readonly<Record<string, FinancingStatus>> = {
	مؤكد: 'confirmed',
	'قيد التفاوض': 'negotiating',
	للتعبئة: 'to_mobilise'
};
const PRIORITY: Readonly<Record<string, ActionPriority>> = {
	عالية: 'high',
	متوسطة: 'medium',
	منخفضة: 'low'
};
const RISK_LEVEL: Readonly<Record<string, ActionPriority>> = {
	مرتفع: 'high',
	متوسط: 'medium',
	منخفض: 'low'
};
const PROPOSAL_STATUS: Readonly<Record<string, ProposalStatus>> = {
	adopted: 'adopted',
	amended: 'amended',
	referred: 'referred',
	rejected: 'rejected'
};

/** What `addAction` takes, for one action of the example; `ids` maps the example's ids to ours. */
export function exampleAction(
	action: ExampleAction,
	ids: { readonly objective: string; readonly proposals: readonly string[] }
): {
	title: LocalizedText;
	fields: NewAction;
} {
	return {
		title: { ar: action.title_ar, fr: action.title_fr },
		fields: {
			code: action.code,
			objectiveId: ids.objective,
			description: action.description_ar,
			level: levelOf(action.location_ar),
			location: action.location_ar,
			beneficiaries: action.beneficiaries_ar,
			responsible: [{ name: action.responsible_ar }],
			partners: action.partners_ar.map((name) => ({ name })),
			cost: action.budget_mad,
			financing: action.financing.map((line) => ({
				source: line.source_ar,
				amount: line.amount_mad,
				status: known(FINANCING, line.status_ar)
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
				level: known(RISK_LEVEL, risk.level_ar),
				mitigation: risk.mitigation_ar
			})),
			priority: known(PRIORITY, action.priority_ar),
			quickWin: action.quick_win,
			status: 'not_started',
			proposalIds: ids.proposals
		}
	};
}

export function exampleProposalStatus(proposal: ExampleProposal): ProposalStatus {
	return known(PROPOSAL_STATUS, proposal.status);
}

/** The example names places only: the whole region, or provinces. */
function levelOf(location: string): ActionLevel {
	return location === 'الجهة' ? 'region' : 'province';
}

function known<T>(words: Readonly<Record<string, T>>, word: string): T {
	const value = words[word];
	if (value === undefined)
		throw new Error(`the example says «${word}», which nothing here stands for`);
	return value;
}
