import type { LocalizedText } from '../text/locale.ts';
import type {
	ACTION_LEVELS,
	ACTION_PRIORITIES,
	ACTION_STATUSES,
	ActionParts,
	FINANCING_STATUSES,
	ListName
} from './action-fields.ts';
import { PART_LIMITS, type ValueOf } from './field-parts.ts';

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

export type ActionLevel = (typeof ACTION_LEVELS)[number];
export type ActionPriority = (typeof ACTION_PRIORITIES)[number];
export type ActionStatus = (typeof ACTION_STATUSES)[number];
export type FinancingStatus = (typeof FINANCING_STATUSES)[number];

/**
 * An action sheet (بطاقة الإجراء): what the parts of `ACTION_FIELDS` hold. Everything but the title may be
 * missing while the plan is written; `readiness.ts` says what is needed to carry it out. Amounts are whole
 * dirhams, months YYYY-MM; `objectiveId` is '' under no objective; from `proposalIds` notes and clusters follow.
 */
export type Action = { readonly id: string; readonly position: number } & {
	readonly [Name in keyof ActionParts]: ValueOf<ActionParts[Name]>;
};

/** A row of a list of an action. */
export type RowOf<List extends ListName> = Action[List][number];
export type FinancingLine = RowOf<'financing'>;

/** Characters of a title as people count them, and numbers of entries; `lines` of one list of an action. */
export const PLAN_LIMITS = {
	title: PART_LIMITS.title,
	axes: 20,
	objectives: 60,
	actions: 300,
	lines: 20
} as const;
