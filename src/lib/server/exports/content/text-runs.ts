import { writingDirection } from '#lib/domain/text/writing-direction.ts';

/** A piece of a paragraph that runs in one direction and wants one font. */
export interface DirectedText {
	readonly text: string;
	readonly direction: 'rtl' | 'ltr';
	readonly tifinagh: boolean;
}

const LEFT_TO_RIGHT_MARK = '\u200E';
const ISOLATES = /[\u2066-\u2069]/u;
const MARKS_OF_DIRECTION = /[\u200E\u200F\u202A-\u202E]/gu;

/** Letters of scripts written from the left, and Western digits. */
const LATIN = String.raw`[[\p{L}\p{M}]--\p{Script=Arabic}--\p{Script=Hebrew}--\p{Script=Inherited}]`;
const FIRST = String.raw`(?:${LATIN}|[0-9])`;
/** What may stand inside such a word or number; brackets, quotes and Arabic marks end it. */
const INNER = String.raw`[^ \t\n\(\)\[\]«»"،؛؟\p{Script=Arabic}]`;
const WORD = String.raw`(?:(?<!${FIRST})[+\-−±](?=[0-9]))?${FIRST}(?:${INNER}*(?:${FIRST}))?%?`;
const LTR_WORD = new RegExp(WORD, 'gv');
const HAS_LETTER = new RegExp(LATIN, 'v');
const SPACES = /^ +$/;

/** From one Arabic letter to the last one before the next Latin letter. */
const RTL_STRETCH = new RegExp(
	String.raw`\p{Script=Arabic}(?:[[\P{L}]\p{Script=Arabic}]*\p{Script=Arabic})?`,
	'gv'
);
const TIFINAGH = /(\p{Script=Tifinagh}+(?: +\p{Script=Tifinagh}+)*)/u;
/** A number that every renderer keeps in its order without help. */
const STEADY = /^[\p{L}\p{M}\p{Nd}.,\u202F]*$/u;

/**
 * Cuts a paragraph of the given direction into runs of one direction each, since Word orders runs and
 * asks for right-to-left letters only in right-to-left runs. Latin words, codes and amounts inside Arabic
 * become left-to-right runs, so that `9 500 000 درهم` or `2025-2028` never turns round. Isolates set
 * bounds and are left out: older versions of Word draw them.
 */
export function directedRuns(text: string, paragraph: 'rtl' | 'ltr'): DirectedText[] {
	const runs: DirectedText[] = [];
	for (const piece of text.replace(MARKS_OF_DIRECTION, '').split(ISOLATES)) {
		if (piece === '') continue;
		const parts = paragraph === 'rtl' ? cutRtl(piece) : cutLtr(piece);
		for (const part of parts) {
			for (const bit of part.text.split(TIFINAGH)) {
				if (bit !== '') runs.push({ ...part, text: bit, tifinagh: TIFINAGH.test(bit) });
			}
		}
	}
	return runs;
}

/** Holds a text that people wrote inside a sentence of the document, so that neither turns the other. */
export function quoted(text: string): string {
	if (text === '') return '';
	return `${writingDirection(text) === 'rtl' ? '\u2067' : '\u2066'}${text}\u2069`;
}

/**
 * The direction of a paragraph on a page: a sentence of the document (it holds isolates) follows the
 * page, a text that people wrote follows its own letters.
 */
export function paragraphDirection(text: string, page: 'rtl' | 'ltr'): 'rtl' | 'ltr' {
	return ISOLATES.test(text) ? page : writingDirection(text, page);
}

type Cut = Omit<DirectedText, 'tifinagh'>;

function cutRtl(text: string): Cut[] {
	const parts: Cut[] = [];
	let end = 0;
	for (const { from, to } of joinedWords(text)) {
		if (from > end) parts.push({ text: text.slice(end, from), direction: 'rtl' });
		const word = text.slice(from, to);
		parts.push({ text: guarded(word), direction: 'ltr' });
		end = to;
	}
	if (end < text.length) parts.push({ text: text.slice(end), direction: 'rtl' });
	return parts;
}

/** Words that stand side by side make one stretch, unless both are numbers. */
function joinedWords(text: string): { from: number; to: number }[] {
	const stretches: { from: number; to: number; lettered: boolean }[] = [];
	for (const match of text.matchAll(LTR_WORD)) {
		const from = match.index;
		const to = from + match[0].length;
		const lettered = HAS_LETTER.test(match[0]);
		const last = stretches.at(-1);
		if (last && (last.lettered || lettered) && SPACES.test(text.slice(last.to, from))) {
			stretches[stretches.length - 1] = { from: last.from, to, lettered: true };
		} else stretches.push({ from, to, lettered });
	}
	return stretches;
}

/** Marks hold a range or a signed number for programs that look at letters and not at runs. */
function guarded(word: string): string {
	return STEADY.test(word) ? word : `${LEFT_TO_RIGHT_MARK}${word}${LEFT_TO_RIGHT_MARK}`;
}

function cutLtr(text: string): Cut[] {
	const parts: Cut[] = [];
	let end = 0;
	for (const match of text.matchAll(RTL_STRETCH)) {
		if (match.index > end) parts.push({ text: text.slice(end, match.index), direction: 'ltr' });
		parts.push({ text: match[0], direction: 'rtl' });
		end = match.index + match[0].length;
	}
	if (end < text.length) parts.push({ text: text.slice(end), direction: 'ltr' });
	return parts;
}
