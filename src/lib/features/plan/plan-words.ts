import type {
	ActionLevel,
	ActionPriority,
	ActionStatus,
	FinancingStatus
} from '#lib/domain/plan/action-plan.ts';
import type { RequiredField } from '#lib/domain/plan/readiness.ts';
import { m } from '#lib/paraglide/messages.js';

/** The words of the plan's closed lists, in the language of the page. */
export const LEVEL_WORDS: Readonly<Record<ActionLevel, () => string>> = {
	region: () => m.plan_level_region(),
	province: () => m.plan_level_province(),
	commune: () => m.plan_level_commune()
};

export const PRIORITY_WORDS: Readonly<Record<ActionPriority, () => string>> = {
	high: () => m.plan_priority_high(),
	medium: () => m.plan_priority_medium(),
	low: () => m.plan_priority_low()
};

export const RISK_WORDS: Readonly<Record<ActionPriority, () => string>> = {
	high: () => m.plan_risk_high(),
	medium: () => m.plan_risk_medium(),
	low: () => m.plan_risk_low()
};

export const STATUS_WORDS: Readonly<Record<ActionStatus, () => string>> = {
	not_started: () => m.plan_status_not_started(),
	in_progress: () => m.plan_status_in_progress(),
	done: () => m.plan_status_done(),
	suspended: () => m.plan_status_suspended(),
	cancelled: () => m.plan_status_cancelled()
};

export const FUND_WORDS: Readonly<Record<FinancingStatus, () => string>> = {
	confirmed: () => m.plan_fund_confirmed(),
	negotiating: () => m.plan_fund_negotiating(),
	to_mobilise: () => m.plan_fund_to_mobilise()
};

/** What each of the 14 required fields is called. */
export const FIELD_WORDS: Readonly<Record<RequiredField, () => string>> = {
	code: () => m.plan_code(),
	axis: () => m.plan_axis(),
	strategic_objective: () => m.plan_strategic_objective(),
	title: () => m.plan_title_field(),
	level: () => m.plan_level(),
	location: () => m.plan_location(),
	responsible: () => m.plan_responsible(),
	partners: () => m.plan_partners(),
	cost: () => m.plan_cost(),
	financing: () => m.plan_financing(),
	schedule: () => m.plan_schedule(),
	indicators: () => m.plan_indicators(),
	priority: () => m.plan_priority(),
	status: () => m.plan_status()
};

/** The id of the place on the sheet where a required field is filled. */
export function fieldPlace(field: RequiredField | 'risks'): string {
	const place = field === 'axis' ? 'strategic_objective' : field;
	return `sheet-${place}`;
}
