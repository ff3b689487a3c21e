/**
 * A character that leaves ink of its own. None are spaces, controls and marks of direction, joiners,
 * selectors, tags and fillers, marks that stand on a letter, tatweel, the blank of Braille, and halves of
 * surrogates.
 */
const INK = /[^\s\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\p{M}ـ\u2800]/u;

/** The first character of a text that can be seen, '' where there is none. */
export function firstInk(text: string): string {
	return INK.exec(text)?.[0] ?? '';
}

/** True for a text in which nothing can be seen, as one of spaces, invisible characters or lone marks. */
export function isInkless(text: string): boolean {
	return !INK.test(text);
}
