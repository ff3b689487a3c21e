import { HELD_NUMBER, SPACED_NUMBER } from './held-numbers.ts';
import { writingDirection } from './writing-direction.ts';

export type Direction = 'rtl' | 'ltr';

/** A piece of a paragraph that runs in one direction. */
export interface DirectionCut {
	readonly text: string;
	readonly direction: Direction;
	/** Set for what keeps together by itself in a paragraph of the other direction. */
	readonly within?: Direction;
	/**
	 * What turns round where a program looks at letters and not at runs: `word`, a number or Latin words inside
	 * Arabic; `number`, one behind Arabic words inside a paragraph that runs from the left.
	 */
	readonly held?: 'word' | 'number';
}

const ISOLATES = /([\u2066-\u2069])/u;
/** What an isolate's first mark says; the first-strong one leaves it to the letters. */
const SAID: Readonly<Record<string, Direction>> = { '\u2066': 'ltr', '\u2067': 'rtl' };
const FIRST_STRONG = '\u2068';
const END = '\u2069';
const MARKS_OF_DIRECTION = /[\u200E\u200F\u202A-\u202E]/gu;

/** Letters of scripts written from the left, and Western digits. Without the flag `v`, which older phones lack. */
const LATIN = String.raw`(?:(?![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Inherited}])[\p{L}\p{M}])`;
/** A digit in a keycap is an emoji. */
const FIRST = String.raw`(?:${LATIN}|[0-9](?!\uFE0F?\u20E3))`;
/** What may stand inside such a word or number; brackets, quotes and Arabic marks end it. */
const INNER = String.raw`[^ \t\n\(\)\[\]«»"“”،؛؟\p{Script=Arabic}]`;
const SIGNED = String.raw`(?:(?<!${FIRST})[+\-−±](?=[0-9]))?`;
const WORD = String.raw`${SPACED_NUMBER}|${SIGNED}${FIRST}(?:${INNER}*${FIRST})?%?`;
const LTR_WORD = new RegExp(WORD, 'gu');
const HAS_LETTER = new RegExp(LATIN, 'u');
const SPACES = /^ +$/;
/** Dashes, commas and the like, which belong to the Latin words on both their sides. */
const BETWEEN_WORDS = /^[^\p{L}\p{N}()[\]{}«»"“”‘’،؛؟]+$/u;

const NUMBERS = new RegExp(`(${HELD_NUMBER})`, 'u');
/** From one Arabic letter to the last one before the next Latin letter, and to figures behind it. */
const RTL_STRETCH = new RegExp(
	String.raw`\p{Script=Arabic}(?:[\P{L}\p{Script=Arabic}]*\p{Script=Arabic})?(?: ${HELD_NUMBER})?`,
	'gu'
);
/** A number or word that every renderer keeps in its order without help. */
const STEADY = /^[\p{L}\p{M}\p{Nd}.,\u202F]*$/u;

/** A stretch between isolates, or an isolate itself (`cuts` is null). */
export interface DirectionStretch {
	readonly text: string;
	readonly direction: Direction;
	readonly cuts: readonly DirectionCut[] | null;
}

/**
 * Cuts a paragraph of the given direction where its direction changes: the one answer for pages, Word, PDF and
 * sheets. Latin words, codes and numbers inside Arabic run from the left, each held whole, so that
 * `0535-62-00-00`, `9 500 000 درهم` or `2025-2028` never turns round. Marks of direction that stood in the text
 * are left out; isolates come as stretches of their own.
 */
export function directionCuts(text: string, paragraph: Direction): DirectionStretch[] {
	const found: DirectionStretch[] = [];
	const open: Direction[] = [];
	const parts = text.replace(MARKS_OF_DIRECTION, '').split(ISOLATES);
	for (const [index, part] of parts.entries()) {
		const direction = open.at(-1) ?? paragraph;
		const said = SAID[part];
		if (said) open.push(said);
		else if (part === FIRST_STRONG) open.push(writingDirection(parts[index + 1] ?? '', direction));
		else if (part === END) open.pop();
		if (part === '') continue;
		const cuts = ISOLATES.test(part) ? null : direction === 'rtl' ? cutRtl(part) : cutLtr(part);
		found.push({ text: part, direction, cuts });
	}
	return found;
}

function cutRtl(text: string): DirectionCut[] {
	const parts: DirectionCut[] = [];
	let end = 0;
	for (const { from, to } of joinedWords(text)) {
		if (from > end) parts.push({ text: text.slice(end, from), direction: 'rtl' });
		const word = text.slice(from, to);
		parts.push({ text: word, direction: 'ltr', ...(STEADY.test(word) ? {} : { held: 'word' }) });
		end = to;
	}
	if (end < text.length) parts.push({ text: text.slice(end), direction: 'rtl' });
	return parts;
}

/**
 * Words that stand side by side make one stretch, unless both are numbers; those with letters also across
 * a dash or a comma.
 */
function joinedWords(text: string): { from: number; to: number }[] {
	const stretches: { from: number; to: number; lettered: boolean }[] = [];
	for (const match of text.matchAll(LTR_WORD)) {
		const from = match.index;
		const to = from + match[0].length;
		const lettered = HAS_LETTER.test(match[0]);
		const last = stretches.at(-1);
		const together = last?.lettered && lettered ? BETWEEN_WORDS : SPACES;
		if (last && (last.lettered || lettered) && together.test(text.slice(last.to, from))) {
			stretches[stretches.length - 1] = { from: last.from, to, lettered: true };
		} else stretches.push({ from, to, lettered });
	}
	return stretches;
}

function cutLtr(text: string): DirectionCut[] {
	const parts: DirectionCut[] = [];
	let end = 0;
	for (const match of text.matchAll(RTL_STRETCH)) {
		if (match.index > end) parts.push({ text: text.slice(end, match.index), direction: 'ltr' });
		parts.push(...cutStretch(match[0]));
		end = match.index + match[0].length;
	}
	if (end < text.length) parts.push({ text: text.slice(end), direction: 'ltr' });
	return parts;
}

/** Arabic inside a paragraph that runs from the left, with its numbers apart. */
function cutStretch(text: string): DirectionCut[] {
	const parts = text.split(NUMBERS).filter((part) => part !== '');
	if (parts.length === 1) return [{ text, direction: 'rtl' }];
	return parts.map((part) =>
		NUMBERS.test(part)
			? { text: part, direction: 'ltr', within: 'rtl', held: 'number' }
			: { text: part, direction: 'rtl', within: 'rtl' }
	);
}
