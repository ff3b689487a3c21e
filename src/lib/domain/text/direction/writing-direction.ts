/** Letters of the scripts that are written from the right, the tatweel among them. */
const FROM_RIGHT =
	/^[\p{scx=Arabic}\p{scx=Hebrew}\p{scx=Syriac}\p{scx=Thaana}\p{scx=Nko}\p{scx=Adlam}]$/u;
const LETTER = /^\p{L}$/u;
const ISOLATE = /^[\u2066-\u2068]$/u;
const END_OF_ISOLATE = '\u2069';

/**
 * The direction of a text in a field or document of direction `around`: the one answer for pages, Word,
 * PDF and sheets. Where lines run from the right, a text whose first letter is Arabic (or Hebrew) does so
 * too, however long the Latin names in it are. Otherwise most of its letters decide; a tie, or no letter
 * at all, gives `around`. What stands in isolates is quoted and counts only where nothing else has a
 * letter. Digits, marks and emoji are no letters; Tifinagh is written from the left.
 */
export function writingDirection(text: string, around: 'rtl' | 'ltr'): 'rtl' | 'ltr' {
	const { own, quoted } = lettersOf(text);
	const letters = own.length > 0 ? own : quoted;
	const [first = ''] = letters;
	if (around === 'rtl' && FROM_RIGHT.test(first)) return 'rtl';
	const rtl = letters.filter((letter) => FROM_RIGHT.test(letter)).length;
	const ltr = letters.length - rtl;
	return rtl === ltr ? around : rtl > ltr ? 'rtl' : 'ltr';
}

/** The letters that stand outside of all isolates, and those inside. */
function lettersOf(text: string): { own: string[]; quoted: string[] } {
	const own: string[] = [];
	const quoted: string[] = [];
	let depth = 0;
	for (const character of text) {
		if (ISOLATE.test(character)) depth++;
		else if (character === END_OF_ISOLATE) depth = Math.max(0, depth - 1);
		else if (LETTER.test(character)) (depth > 0 ? quoted : own).push(character);
	}
	return { own, quoted };
}
