const RTL_LETTER = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}/u;
const LETTER = /\p{L}/u;

/**
 * The direction that most letters of a saved text have. The first letter misleads (an Arabic note that
 * begins with an acronym), so `dir="auto"` is for typing only. A tie, or no letter at all, gives `fallback`.
 */
export function writingDirection(text: string, fallback: 'rtl' | 'ltr' = 'rtl'): 'rtl' | 'ltr' {
	let rtl = 0;
	let ltr = 0;
	for (const character of text) {
		if (!LETTER.test(character)) continue;
		if (RTL_LETTER.test(character)) rtl++;
		else ltr++;
	}
	return rtl === ltr ? fallback : rtl > ltr ? 'rtl' : 'ltr';
}
