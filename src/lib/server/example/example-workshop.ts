import data from './fes-meknes-workshop.json' with { type: 'json' };

/**
 * The shipped example: one whole illustrative workshop and, in `expected`, the figures it must give.
 * Nothing in it is the record of a real meeting; its watermark stands wherever its data are shown.
 */
export interface ExampleWorkshop {
	readonly workshop: {
		readonly join_code: string;
		readonly date: string;
		readonly start_time: string;
		readonly end_time: string;
		readonly venue: { readonly ar: string; readonly fr: string; readonly en: string };
		readonly organisers: readonly { readonly ar: string }[];
	};
	readonly stakeholder_categories: readonly { readonly id: string; readonly ar: string }[];
	readonly raw_category_paste: { readonly text: string; readonly expected_item_count: number };
	readonly participants: readonly ExampleParticipant[];
	readonly agenda: readonly { readonly id: string; readonly order: number }[];
	readonly notes: readonly ExampleNote[];
	readonly clusters: readonly ExampleCluster[];
	readonly dot_vote: {
		readonly activity_id: string;
		readonly dots_per_person: number;
		readonly max_dots_per_target: number;
		readonly ballots: readonly ExampleBallot[];
	};
	readonly proposals: readonly ExampleProposal[];
	readonly action_plan: ExamplePlan;
	readonly expected: ExampleFigures;
}

export interface ExampleParticipant {
	readonly id: string;
	readonly category_id: string;
	readonly organisation_type: string;
	readonly language: string;
	readonly province: string;
}

export interface ExampleNote {
	readonly id: string;
	readonly activity_id: string;
	readonly column: string;
	readonly author_id: string;
	readonly text: string;
	readonly created_at: string;
}

export interface ExampleCluster {
	readonly id: string;
	readonly title_ar: string;
	readonly title_fr: string;
	readonly note_ids: readonly string[];
}

export interface ExampleBallot {
	readonly voter_id: string;
	readonly target_id: string;
	readonly dots: number;
}

export interface ExampleProposal {
	readonly id: string;
	readonly text_ar: string;
	readonly cluster_ids: readonly string[];
	readonly note_ids: readonly string[];
	readonly status: string;
}

export interface ExamplePlan {
	readonly title_ar: string;
	readonly axes: readonly { readonly id: string; readonly ar: string; readonly fr: string }[];
	readonly objectives: readonly {
		readonly id: string;
		readonly axis_id: string;
		readonly ar: string;
	}[];
	readonly actions: readonly ExampleAction[];
}

export interface ExampleAction {
	readonly id: string;
	readonly code: string;
	readonly objective_id: string;
	readonly title_ar: string;
	readonly title_fr: string;
	readonly description_ar: string;
	readonly location_ar: string;
	readonly beneficiaries_ar: string;
	readonly responsible_ar: string;
	readonly partners_ar: readonly string[];
	readonly budget_mad: number;
	readonly financing: readonly {
		readonly source_ar: string;
		readonly amount_mad: number;
		readonly status_ar: string;
	}[];
	readonly start: string;
	readonly end: string;
	readonly indicators: readonly {
		readonly label_ar: string;
		readonly baseline: number;
		readonly target: number;
		readonly unit_ar: string;
		readonly source_of_verification_ar: string;
	}[];
	readonly risks: readonly {
		readonly risk_ar: string;
		readonly level_ar: string;
		readonly mitigation_ar: string;
	}[];
	readonly priority_ar: string;
	readonly quick_win: boolean;
	readonly proposal_ids: readonly string[];
}

/** The figures the example must give, by the example's own ids. */
export interface ExampleFigures {
	readonly counts: Readonly<Record<string, number>>;
	readonly notes_by_activity: Readonly<Record<string, number>>;
	readonly notes_by_column: Readonly<Record<string, number>>;
	readonly notes_by_category: Readonly<Record<string, number>>;
	readonly categories_without_notes: readonly string[];
	readonly participants_by_category: Readonly<Record<string, number>>;
	readonly single_member_categories: readonly string[];
	readonly dot_totals: readonly {
		readonly id: string;
		readonly score: number;
		readonly rank: number;
	}[];
	readonly dots_cast: number;
	readonly dots_possible: number;
	readonly ballot_voters: number;
	readonly dot_totals_by_category: Readonly<Record<string, Readonly<Record<string, number>>>>;
	readonly budget_total_mad: number;
	readonly budget_by_axis_mad: Readonly<Record<string, number>>;
	readonly budget_by_source_mad: Readonly<Record<string, number>>;
	readonly budget_by_status_mad: Readonly<Record<string, number>>;
	readonly plan_span: { readonly first_start: string; readonly last_end: string };
	readonly proposals_without_action: readonly string[];
	readonly notes_not_traced_to_any_action: readonly string[];
}

export const EXAMPLE: ExampleWorkshop = data;
