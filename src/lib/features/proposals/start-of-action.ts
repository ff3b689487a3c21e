import { PLAN_LIMITS } from '#lib/domain/plan/action-plan.ts';

/** The title that an action begins with: the proposal's sentence, without its full stop, cut at a word where it is too long. */
export function startOfAction(sentence: string): string {
	const text = sentence.trim().replace(/[.。]+$/u, '');
	const letters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
	if (letters.length <= PLAN_LIMITS.title) return text;
	const cut = letters.slice(0, PLAN_LIMITS.title).join('');
	const word = cut.lastIndexOf(' ');
	return (word > 0 ? cut.slice(0, word) : cut).trim();
}
