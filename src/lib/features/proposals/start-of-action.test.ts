import { expect, test } from 'vitest';
import { PLAN_LIMITS } from '#lib/domain/plan/action-plan.ts';
import { startOfAction } from './start-of-action.ts';

test('[PR14] an action takes over the proposal’s sentence', () => {
	expect(startOfAction(' إحداث مخزن مبرد مشترك. ')).toBe('إحداث مخزن مبرد مشترك');
});

test('[PR14] a sentence that is too long for a title ends at a word', () => {
	const title = startOfAction('كلمة '.repeat(200));
	expect([...title].length).toBeLessThanOrEqual(PLAN_LIMITS.title);
	expect(title.endsWith('كلمة')).toBe(true);
});
