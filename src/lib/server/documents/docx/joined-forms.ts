import { LETTER_FORMS, type LetterForms } from '#lib/domain/text/arabic/arabic-forms.ts';

const LAM = 'ل';
/** A lam and the alef after it are one glyph: the isolated one, and one code point on the final one. */
const LAM_ALEF: ReadonlyMap<string, number> = new Map([
	['آ', 0xfef5],
	['أ', 0xfef7],
	['إ', 0xfef9],
	['ا', 0xfefb]
]);
const MARK = /[\p{Mn}\p{Cf}]/u;

/**
 * The text with each Arabic letter as the glyph it is drawn as where it joins its neighbours, without
 * marks above and below. For measuring only: such letters are much narrower than those that stand alone.
 */
export function joinedForms(text: string): string {
	const letters = [...text].filter((letter) => !MARK.test(letter));
	let drawn = '';
	for (let index = 0; index < letters.length; index++) {
		const letter = letters[index] ?? '';
		const next = letters[index + 1] ?? '';
		const before = LETTER_FORMS.get(letters[index - 1] ?? '')?.initial !== undefined;
		const lamAlef = letter === LAM ? LAM_ALEF.get(next) : undefined;
		if (lamAlef !== undefined) {
			drawn += String.fromCodePoint(before ? lamAlef + 1 : lamAlef);
			index++;
			continue;
		}
		const forms = LETTER_FORMS.get(letter);
		drawn += forms ? formOf(forms, before, LETTER_FORMS.has(next)) : letter;
	}
	return drawn;
}

function formOf(forms: LetterForms, before: boolean, after: boolean): string {
	if (before) return (after ? forms.medial : undefined) ?? forms.final;
	return (after ? forms.initial : undefined) ?? forms.isolated;
}
