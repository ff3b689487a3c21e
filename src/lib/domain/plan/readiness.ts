import type { Action } from './action-plan.ts';

/**
 * The 14 required fields of the action sheet (flag R of the plan's form). A risk is asked for as a
 * warning and does not count.
 */
export const REQUIRED_FIELDS = [
	'code',
	'axis',
	'strategic_objective',
	'title',
	'level',
	'location',
	'responsible',
	'partners',
	'cost',
	'financing',
	'schedule',
	'indicators',
	'priority',
	'status'
] as const;
export type RequiredField = (typeof REQUIRED_FIELDS)[number];

/** What an action still lacks to be implementable (قابل للتنزيل); `ready` of 14 fields are there. */
export interface Readiness {
	readonly ready: number;
	readonly missing: readonly RequiredField[];
	readonly riskMissing: boolean;
}

/** Source of the rule: the plan's form, flag R; financing counts only when it adds up to the cost. */
export function readinessOf(action: Action): Readiness {
	const financed = action.financing.reduce((sum, line) => sum + line.amount, 0);
	const present: Record<RequiredField, boolean> = {
		code: action.code !== '',
		axis: action.objectiveId !== '',
		strategic_objective: action.objectiveId !== '',
		title: Object.values(action.title).some((text) => text.trim() !== ''),
		level: action.level !== null,
		location: action.location.trim() !== '',
		responsible: action.responsible.length > 0,
		partners: action.partners.length > 0,
		cost: action.cost !== null,
		financing: action.financing.length > 0 && action.cost !== null && financed === action.cost,
		schedule: action.start !== null && action.end !== null && action.start <= action.end,
		indicators: action.indicators.some((indicator) => indicator.label.trim() !== ''),
		priority: action.priority !== null,
		status: true
	};
	const missing = REQUIRED_FIELDS.filter((field) => !present[field]);
	return {
		ready: REQUIRED_FIELDS.length - missing.length,
		missing,
		riskMissing: action.risks.length === 0
	};
}
