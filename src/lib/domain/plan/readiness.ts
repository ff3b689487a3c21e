import { isBlank } from '../text/locale.ts';
import { REQUIRED_FIELDS, type RequiredField } from './action-fields.ts';
import { financed } from './action-money.ts';
import type { Action } from './action-plan.ts';
import { isFilled } from './parse-action.ts';
import type { ActionPlace } from './plan-tree.ts';

/**
 * What an action still lacks of the 14 required fields to be implementable (قابل للتنزيل). A risk is asked
 * for as a warning and does not count.
 */
export interface Readiness {
	readonly ready: number;
	readonly missing: readonly RequiredField[];
	readonly riskMissing: boolean;
}

/** A field is there when it is filled; these ask for more, or for something else. */
const ASKED: Readonly<
	Partial<Record<RequiredField, (action: Action, place: ActionPlace | undefined) => boolean>>
> = {
	code: ({ code }) => code !== '',
	axis: (_, place) => place?.axis !== undefined && !isBlank(place.axis.title),
	strategic_objective: (_, place) => place !== undefined && !isBlank(place.objective.title),
	responsible: ({ responsible }) => responsible.some(({ name }) => name.trim() !== ''),
	partners: ({ partners }) =>
		partners.length > 0 &&
		partners.every(({ name, commitment }) => name.trim() !== '' && commitment.trim() !== ''),
	financing: (action) => action.financing.length > 0 && financed(action) === action.cost,
	schedule: ({ start, end }) => start !== null && end !== null && start <= end,
	indicators: ({ indicators }) => indicators.some(({ label }) => label.trim() !== ''),
	status: () => true
};

/**
 * Source of the rule: the plan's form, flag R. Partners count when each says what it commits to, financing
 * when it adds up to the cost. `place` is where the action stands in its plan's tree.
 */
export function readinessOf(action: Action, place: ActionPlace | undefined): Readiness {
	const missing = REQUIRED_FIELDS.filter(
		(field) => !(ASKED[field]?.(action, place) ?? isFilled(action, field))
	);
	return {
		ready: REQUIRED_FIELDS.length - missing.length,
		missing,
		riskMissing: action.risks.every(({ label }) => label.trim() === '')
	};
}
