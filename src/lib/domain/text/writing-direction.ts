const RTL_LETTERS = /(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/gu;
const LETTERS = /\p{L}/gu;

/**
 * The direction that most letters of a saved text have. The first letter misleads (an Arabic note that
 * begins with an acronym), so `dir="auto"` is for typing only. A tie, or no letter at all, gives `fallback`.
 */
export function writingDirection(text: string, fallback: 'rtl' | 'ltr' = 'rtl'): 'rtl' | 'ltr' {
	const rtl = text.match(RTL_LETTERS)?.length ?? 0;
	const ltr = (text.match(LETTERS)?.length ?? 0) - rtl;
	return rtl === ltr ? fallback : rtl > ltr ? 'rtl' : 'ltr';
}
