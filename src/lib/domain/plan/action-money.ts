import type { Action } from './action-plan.ts';

/** What the financing lines of an action add up to, in whole dirhams. */
export function financed({ financing }: Pick<Action, 'financing'>): number {
	return financing.reduce((sum, { amount }) => sum + amount, 0);
}

/**
 * What is there and what is still to be found of an action's cost, in whole dirhams (المبلغ المتوفر / غير
 * المتوفر): confirmed lines are available. Undefined while the cost is unknown.
 */
export function availability(
	action: Pick<Action, 'cost' | 'financing'>
): { readonly available: number; readonly toMobilise: number } | undefined {
	if (action.cost === null) return undefined;
	const confirmed = action.financing.filter(({ status }) => status === 'confirmed');
	const available = financed({ financing: confirmed });
	return { available, toMobilise: Math.max(0, action.cost - available) };
}
