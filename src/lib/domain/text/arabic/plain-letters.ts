import { joinsOf } from './arabic-forms.ts';
import { linesOf } from '../line-breaks.ts';

/** Forms of letters that PDF files hold; signs that are nobody's form, as ﴾ or the salutation ﷺ, stay. */
const FORM = /[\uFB50-\uFBB1\uFBD3-\uFD3D\uFD50-\uFDF9\uFE70-\uFEFC]/gu;
const ARABIC = /^\p{Script=Arabic}$/u;
const BRACKETS = '()[]{}«»<>';
/** A word or a number that is written from the left, several words of them, or one sign with its marks. */
const PIECE =
	/(?:(?!\p{Script=Arabic})[\p{L}\p{N}])+(?:[ .,:/'’@_+-]+(?:(?!\p{Script=Arabic})[\p{L}\p{N}])+)*|\P{M}\p{M}*|\p{M}+/gu;

/**
 * A text with its Arabic letters as a keyboard types them: presentation forms (U+FB50 to U+FEFC), which PDF
 * files give in the place of letters, as the letters they are forms of, a line that such a file gives from its
 * left end in the order in which it is read; and without the tatweel that only stretches a word. One that
 * shows how a letter joins what is no Arabic letter stays: هـ, الـ2025.
 */
export function plainLetters(text: string): string {
	return withoutStretching(text.search(FORM) < 0 ? text : withoutForms(text));
}

function withoutForms(text: string): string {
	return linesOf(text)
		.map((line) => (isFromLeft(line) ? reversed(line) : line).replace(FORM, letterOf))
		.join('\n');
}

/** Unicode writes a mark that stands alone behind a space or a tatweel: what it stands on is there already. */
function letterOf(form: string): string {
	return form.normalize('NFKC').replace(/^[ \u0640](?=\p{M})/u, '');
}

/** In the order of reading a form that joins onwards has one behind it that is joined; from the left before it. */
function isFromLeft(line: string): boolean {
	let read = 0;
	let turned = 0;
	for (let at = 1; at < line.length; at++) {
		const [one, other] = [joinsOf(line.charAt(at - 1)), joinsOf(line.charAt(at))];
		if (one.onwards && other.back) read++;
		if (one.back && other.onwards) turned++;
	}
	return turned > read;
}

function reversed(line: string): string {
	return (line.match(PIECE) ?? [])
		.reverse()
		.map((piece) => {
			const bracket = piece.length === 1 ? BRACKETS.indexOf(piece) : -1;
			return bracket < 0 ? piece : BRACKETS.charAt(bracket ^ 1);
		})
		.join('');
}

/** Runs of tatweel, with the marks on them, that stand between two letters of a word. */
function withoutStretching(text: string): string {
	return text.replace(/[\u0640\p{M}]+/gu, (run, at: number) =>
		ARABIC.test(text.charAt(at - 1)) && ARABIC.test(text.charAt(at + run.length))
			? run.replaceAll('\u0640', '')
			: run
	);
}
