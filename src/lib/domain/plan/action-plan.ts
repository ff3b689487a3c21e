import type { LocalizedText } from '../text/locale.ts';

/** The plan of one workshop: axes hold objectives, objectives hold actions. All are ordered. */
export interface ActionPlan {
	readonly title: LocalizedText;
	readonly axes: readonly Axis[];
	readonly objectives: readonly Objective[];
	readonly actions: readonly Action[];
}

export interface Axis {
	readonly id: string;
	readonly title: LocalizedText;
	readonly position: number;
}

export interface Objective {
	readonly id: string;
	readonly axisId: string;
	readonly title: LocalizedText;
	readonly position: number;
}

export const ACTION_LEVELS = ['region', 'province', 'commune'] as const;
export type ActionLevel = (typeof ACTION_LEVELS)[number];
export const ACTION_PRIORITIES = ['high', 'medium', 'low'] as const;
export type ActionPriority = (typeof ACTION_PRIORITIES)[number];
export const ACTION_STATUSES = [
	'not_started',
	'in_progress',
	'done',
	'suspended',
	'cancelled'
] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];
export const FINANCING_STATUSES = ['confirmed', 'negotiating', 'to_mobilise'] as const;
export type FinancingStatus = (typeof FINANCING_STATUSES)[number];

export interface FinancingLine {
	readonly source: string;
	/** Whole dirhams. */
	readonly amount: number;
	readonly status: FinancingStatus;
}

export interface Partner {
	readonly name: string;
	/** What the partner commits to; may be empty. */
	readonly commitment: string;
}

export interface Indicator {
	readonly label: string;
	readonly baseline: string;
	readonly target: string;
	readonly unit: string;
	/** Source of verification. */
	readonly source: string;
}

export interface Risk {
	readonly label: string;
	readonly level: ActionPriority | null;
	readonly mitigation: string;
}

/**
 * An action sheet (بطاقة الإجراء). Everything but the title may be missing while the plan is written;
 * `readiness.ts` says what is needed to carry it out. Months are YYYY-MM. Further fields of the form
 * (docs of the plan) join here in their own issue.
 */
export interface Action {
	readonly id: string;
	/** axis.objective.n, kept as given when imported. */
	readonly code: string;
	readonly objectiveId: string;
	readonly title: LocalizedText;
	readonly description: string;
	readonly level: ActionLevel | null;
	readonly location: string;
	readonly beneficiaries: string;
	readonly responsible: readonly string[];
	readonly partners: readonly Partner[];
	/** Whole dirhams, or null while unknown. */
	readonly cost: number | null;
	readonly financing: readonly FinancingLine[];
	readonly start: string | null;
	readonly end: string | null;
	readonly indicators: readonly Indicator[];
	readonly risks: readonly Risk[];
	readonly priority: ActionPriority | null;
	readonly quickWin: boolean;
	readonly status: ActionStatus;
	/** The proposals it grew from; notes and clusters follow from them. */
	readonly proposalIds: readonly string[];
	readonly position: number;
}

/** Lengths in characters as people count them, numbers of items, and the largest amount in dirhams. */
export const PLAN_LIMITS = {
	title: 300,
	text: 2000,
	name: 200,
	axes: 20,
	objectives: 60,
	actions: 300,
	lines: 20,
	amount: 1_000_000_000_000
} as const;
