import type {
	ACTION_NATURES,
	COMPETENCES,
	CONVENTION_STATES,
	CROSS_CUTTING,
	FieldGroup,
	FieldKey,
	ListName,
	PartName,
	RACI_ROLES
} from '#lib/domain/plan/action-fields.ts';
import type {
	ActionLevel,
	ActionPriority,
	ActionStatus,
	FinancingStatus,
	RowOf
} from '#lib/domain/plan/action-plan.ts';
import type { Locale } from '#lib/domain/text/locale.ts';
import { m } from '#lib/paraglide/messages.js';

/**
 * The words of the plan's form, as its page, its documents and its sheet say them. Without a language a word
 * is in that of the page.
 */
export type Word = (inputs?: Record<string, never>, options?: { locale?: Locale }) => string;
type Words<Name extends string> = Readonly<Record<Name, Word>>;

/** What each field of the sheet is called. */
export const FIELD_WORDS: Words<FieldKey> = {
	code: m.plan_code,
	orientation: m.plan_orientation,
	axis: m.plan_axis,
	strategic_objective: m.plan_strategic_objective,
	operational_objective: m.plan_operational_objective,
	title: m.plan_title_field,
	description: m.plan_description,
	rationale: m.plan_rationale,
	nature: m.plan_nature,
	level: m.plan_level,
	location: m.plan_location,
	beneficiaries: m.plan_beneficiaries,
	responsible: m.plan_responsible,
	owner: m.plan_owner,
	delegated_owner: m.plan_delegated_owner,
	focal_point: m.plan_focal_point,
	partners: m.plan_partners,
	competence: m.plan_competence,
	cost: m.plan_cost,
	financing: m.plan_financing,
	contribution_year: m.plan_contribution_year,
	available: m.plan_available_field,
	convention: m.plan_convention,
	schedule: m.plan_schedule,
	milestones: m.plan_milestones,
	results: m.plan_results,
	indicators: m.plan_indicators,
	risks: m.plan_risks,
	assumptions: m.plan_assumptions,
	cross_cutting: m.plan_cross_cutting,
	alignment: m.plan_alignment,
	priority: m.plan_priority,
	quick_win: m.plan_quick_win,
	raci: m.plan_raci,
	status: m.plan_status,
	progress: m.plan_progress,
	provenance: m.plan_provenance,
	remarks: m.plan_remarks
};

/** What a part of a field is called where it is not called as its field. */
export const PART_WORDS: Readonly<Partial<Record<PartName, Word>>> = {
	beneficiaryCount: m.plan_beneficiary_count,
	beneficiaryWomen: m.plan_beneficiary_women,
	beneficiaryYouth: m.plan_beneficiary_youth,
	conventionType: m.plan_convention_type,
	conventionReference: m.plan_convention_reference,
	conventionState: m.plan_convention_state,
	start: m.plan_start,
	end: m.plan_end,
	phase: m.plan_phase,
	physicalProgress: m.plan_progress_physical,
	financialProgress: m.plan_progress_financial
};

/** What the columns of each list are called; the first one names a row. */
export const COLUMN_WORDS: {
	readonly [List in ListName]: Words<Exclude<keyof RowOf<List>, 'id'> & string>;
} = {
	responsible: { name: m.plan_responsible },
	owner: { name: m.plan_owner },
	delegatedOwner: { name: m.plan_delegated_owner },
	partners: { name: m.plan_partner, commitment: m.plan_commitment },
	financing: { source: m.plan_source, amount: m.plan_amount, status: m.plan_fund_status },
	contributions: { year: m.plan_year, source: m.plan_source, amount: m.plan_amount },
	milestones: { label: m.plan_milestone, month: m.plan_month },
	results: { label: m.plan_result },
	indicators: {
		label: m.plan_indicator,
		baseline: m.plan_baseline,
		target: m.plan_target,
		unit: m.plan_unit,
		source: m.plan_verification,
		periodicity: m.plan_periodicity
	},
	risks: { label: m.plan_risk, level: m.plan_risk_level, mitigation: m.plan_mitigation },
	alignment: { programme: m.plan_programme },
	raci: { name: m.plan_raci_name, role: m.plan_raci_role }
};

/** What adds a row to each list. */
export const ADD_ROW_WORDS: Words<ListName> = {
	responsible: m.plan_add_responsible,
	owner: m.plan_add_owner,
	delegatedOwner: m.plan_add_owner,
	partners: m.plan_add_partner,
	financing: m.plan_add_source,
	contributions: m.plan_add_contribution,
	milestones: m.plan_add_milestone,
	results: m.plan_add_result,
	indicators: m.plan_add_indicator,
	risks: m.plan_add_risk,
	alignment: m.plan_add_programme,
	raci: m.plan_add_raci
};

export const GROUP_WORDS: Words<FieldGroup> = {
	head: m.plan_group_head,
	framing: m.plan_group_framing,
	parties: m.plan_group_parties,
	money: m.plan_group_money,
	results: m.plan_group_results,
	linking: m.plan_group_linking
};

export const NATURE_WORDS: Words<(typeof ACTION_NATURES)[number]> = {
	new: m.plan_nature_new,
	extension: m.plan_nature_extension,
	study: m.plan_nature_study,
	programme: m.plan_nature_programme
};

export const LEVEL_WORDS: Words<ActionLevel> = {
	region: m.plan_level_region,
	province: m.plan_level_province,
	commune: m.plan_level_commune
};

export const COMPETENCE_WORDS: Words<(typeof COMPETENCES)[number]> = {
	own: m.plan_competence_own,
	shared: m.plan_competence_shared,
	transferred: m.plan_competence_transferred
};

export const CONVENTION_WORDS: Words<(typeof CONVENTION_STATES)[number]> = {
	planned: m.plan_convention_planned,
	negotiating: m.plan_convention_negotiating,
	signed: m.plan_convention_signed,
	in_force: m.plan_convention_in_force
};

export const CROSS_CUTTING_WORDS: Words<(typeof CROSS_CUTTING)[number]> = {
	gender: m.plan_cross_gender,
	youth: m.plan_cross_youth,
	disability: m.plan_cross_disability,
	environment: m.plan_cross_environment,
	digital: m.plan_cross_digital
};

export const PRIORITY_WORDS: Words<ActionPriority> = {
	high: m.plan_priority_high,
	medium: m.plan_priority_medium,
	low: m.plan_priority_low
};

export const RISK_WORDS: Words<ActionPriority> = {
	high: m.plan_risk_high,
	medium: m.plan_risk_medium,
	low: m.plan_risk_low
};

export const RACI_WORDS: Words<(typeof RACI_ROLES)[number]> = {
	responsible: m.plan_raci_responsible,
	accountable: m.plan_raci_accountable,
	consulted: m.plan_raci_consulted,
	informed: m.plan_raci_informed
};

export const STATUS_WORDS: Words<ActionStatus> = {
	not_started: m.plan_status_not_started,
	in_progress: m.plan_status_in_progress,
	done: m.plan_status_done,
	suspended: m.plan_status_suspended,
	cancelled: m.plan_status_cancelled
};

export const FUND_WORDS: Words<FinancingStatus> = {
	confirmed: m.plan_fund_confirmed,
	negotiating: m.plan_fund_negotiating,
	to_mobilise: m.plan_fund_to_mobilise
};

/** The words of a choice or of tags, by the part, or by list and column, that holds them. */
export const CHOICE_WORDS: Readonly<Record<string, Readonly<Record<string, Word>>>> = {
	nature: NATURE_WORDS,
	level: LEVEL_WORDS,
	competence: COMPETENCE_WORDS,
	conventionState: CONVENTION_WORDS,
	crossCutting: CROSS_CUTTING_WORDS,
	priority: PRIORITY_WORDS,
	status: STATUS_WORDS,
	'financing.status': FUND_WORDS,
	'risks.level': RISK_WORDS,
	'raci.role': RACI_WORDS
};
