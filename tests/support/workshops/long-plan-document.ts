import { planDocument, type PlanDocument } from '#lib/server/documents/plan/plan-document.ts';
import { examplePlanSource } from './example-plan-document.ts';

/**
 * The example's plan with so many actions: its 20 again and again, each time with words of their own, which
 * are others for another `edition`.
 */
export function longPlanDocument(actions: number, edition = 0): PlanDocument {
	const source = examplePlanSource();
	const own = source.plan.actions;
	const many = Array.from({ length: actions }, (_, index) => {
		const turn = Math.floor(index / own.length);
		const action = own[index % own.length];
		if (!action) throw new Error('the example has no action');
		const description = `${action.description} ${edition}.${turn}`;
		return { ...action, id: `${action.id}-${turn}`, position: index, description };
	});
	return planDocument({ ...source, plan: { ...source.plan, actions: many } });
}
