import { PLAN_LIMITS } from '#lib/domain/plan/action-plan.ts';

/** One name a line, as many as an action takes; empty lines are left out. */
export function namesOf(text: string): string[] {
	return text
		.split('\n')
		.map((name) => name.trim())
		.filter((name) => name !== '')
		.slice(0, PLAN_LIMITS.lines);
}
