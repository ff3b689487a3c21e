import { writingDirection } from '#lib/domain/text/writing-direction.ts';

/** A piece of a paragraph that runs in one direction and wants one font. */
export interface DirectedText {
	readonly text: string;
	readonly direction: Direction;
	/** The quotation of another direction than the paragraph's that it is a part of, or null. */
	readonly within: Direction | null;
	readonly font: 'tifinagh' | 'emoji' | null;
}

type Direction = 'rtl' | 'ltr';

const LEFT_TO_RIGHT_MARK = '\u200E';
const RIGHT_TO_LEFT_MARK = '\u200F';
const ISOLATES = /([\u2066-\u2069])/u;
/** What an isolate's first mark says; the first-strong one leaves it to the letters. */
const SAID: Readonly<Record<string, Direction>> = { '\u2066': 'ltr', '\u2067': 'rtl' };
const FIRST_STRONG = '\u2068';
const END = '\u2069';
const MARKS_OF_DIRECTION = /[\u200E\u200F\u202A-\u202E]/gu;

/** Letters of scripts written from the left, and Western digits. */
const LATIN = String.raw`[[\p{L}\p{M}]--\p{Script=Arabic}--\p{Script=Hebrew}--\p{Script=Inherited}]`;
/** A digit in a keycap is an emoji. */
const FIRST = String.raw`(?:${LATIN}|[0-9](?!\uFE0F?\u20E3))`;
/** What may stand inside such a word or number; brackets, quotes and Arabic marks end it. */
const INNER = String.raw`[^ \t\n\(\)\[\]«»"“”،؛؟\p{Script=Arabic}]`;
const WORD = String.raw`(?:(?<!${FIRST})[+\-−±](?=[0-9]))?${FIRST}(?:${INNER}*(?:${FIRST}))?%?`;
const LTR_WORD = new RegExp(WORD, 'gv');
const HAS_LETTER = new RegExp(LATIN, 'v');
const SPACES = /^ +$/;
/** Dashes, commas and the like, which belong to the Latin words on both their sides. */
const BETWEEN_WORDS = /^[^\p{L}\p{N}()[\]{}«»"“”‘’،؛؟]+$/u;

/** Figures that a hyphen or the like joins: 2025-2028, 111-14, 05/04/2025. */
const RANGE = String.raw`(?<![0-9])[0-9]+(?:[\-+.,:\/][0-9]+)+`;
const RANGES = new RegExp(`(${RANGE})`, 'v');
/** From one Arabic letter to the last one before the next Latin letter, and to figures behind it. */
const RTL_STRETCH = new RegExp(
	String.raw`\p{Script=Arabic}(?:[[\P{L}]\p{Script=Arabic}]*\p{Script=Arabic})?(?: ${RANGE})?`,
	'gv'
);
const TIFINAGH = String.raw`\p{Script=Tifinagh}+(?: +\p{Script=Tifinagh}+)*`;
const EMOJI = String.raw`(?:\p{RGI_Emoji}|\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F)+`;
const HAS_EMOJI = new RegExp(EMOJI, 'v');
const OWN_FONT = new RegExp(`(${TIFINAGH}|${EMOJI})`, 'v');
/** Code units that every letter with a font of its own begins with: most texts have none, and are told fast. */
const MAY_HAVE_OWN_FONT = /\u20E3|[\u00A9\u00AE\u203C\u2049\u2122-\u3299\uD83C-\uD83E]/;
const IS_TIFINAGH = /^\p{Script=Tifinagh}/u;
/** A number that every renderer keeps in its order without help. */
const STEADY = /^[\p{L}\p{M}\p{Nd}.,\u202F]*$/u;

/**
 * Cuts a paragraph of the given direction into runs of one direction each, since Word orders runs and
 * asks for right-to-left letters only in right-to-left runs. Latin words, codes and amounts inside Arabic
 * become left-to-right runs, so that `9 500 000 درهم` or `2025-2028` never turns round. Isolates set
 * bounds and are left out: older versions of Word draw them; who writes the runs sets a quotation of another
 * direction (`within`) apart instead.
 */
export function directedRuns(text: string, paragraph: Direction): DirectedText[] {
	return pieces(text, paragraph).flatMap((piece) => {
		const within = piece.direction === paragraph ? null : piece.direction;
		return cut(piece).flatMap((part) =>
			MAY_HAVE_OWN_FONT.test(part.text)
				? part.text
						.split(OWN_FONT)
						.filter((bit) => bit !== '')
						.map((bit) => ({ within, ...part, text: bit, font: fontOf(bit) }))
				: [{ within, ...part, font: null }]
		);
	});
}

/**
 * The same text for a program that orders letters itself: isolates as they were, ranges and numbers held
 * by marks, so that `0535-62-00-00` or `2025-2028` reads alike in every document.
 */
export function steadyText(text: string, paragraph: Direction): string {
	return pieces(text, paragraph, true)
		.flatMap((piece) =>
			ISOLATES.test(piece.text) ? piece.text : cut(piece).map((part) => part.text)
		)
		.join('');
}

/** True when a part of the text wants the font of the emoji. */
export function hasEmoji(text: string): boolean {
	return MAY_HAVE_OWN_FONT.test(text) && HAS_EMOJI.test(text);
}

function fontOf(text: string): DirectedText['font'] {
	if (!OWN_FONT.test(text)) return null;
	return IS_TIFINAGH.test(text) ? 'tifinagh' : 'emoji';
}

/**
 * The stretches between isolates, each with the direction of the isolate that it stands in; with their
 * marks in between where asked.
 */
function pieces(text: string, paragraph: Direction, marks = false): Cut[] {
	const found: Cut[] = [];
	const open: Direction[] = [];
	const parts = text.replace(MARKS_OF_DIRECTION, '').split(ISOLATES);
	for (const [index, part] of parts.entries()) {
		const direction = open.at(-1) ?? paragraph;
		const said = SAID[part];
		if (said) open.push(said);
		else if (part === FIRST_STRONG) open.push(writingDirection(parts[index + 1] ?? '', direction));
		else if (part === END) open.pop();
		if (marks ? part !== '' : part !== '' && !ISOLATES.test(part))
			found.push({ text: part, direction });
	}
	return found;
}

/**
 * Holds a text that people wrote inside a sentence of a document of direction `around`, so that neither
 * turns the other.
 */
export function quoted(text: string, around: Direction): string {
	if (text === '') return '';
	return `${writingDirection(text, around) === 'rtl' ? '\u2067' : '\u2066'}${text}${END}`;
}

/** `within` is set for what keeps together by itself in a paragraph of the other direction. */
type Cut = Pick<DirectedText, 'text' | 'direction'> & { readonly within?: Direction };

function cut({ text, direction }: Cut): Cut[] {
	return direction === 'rtl' ? cutRtl(text) : cutLtr(text);
}

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

/** Marks hold a range or a signed number for programs that look at letters and not at runs. */
function guarded(word: string): string {
	return STEADY.test(word) ? word : `${LEFT_TO_RIGHT_MARK}${word}${LEFT_TO_RIGHT_MARK}`;
}

function cutLtr(text: string): Cut[] {
	const parts: Cut[] = [];
	let end = 0;
	for (const match of text.matchAll(RTL_STRETCH)) {
		if (match.index > end) parts.push({ text: text.slice(end, match.index), direction: 'ltr' });
		parts.push(...cutStretch(match[0]));
		end = match.index + match[0].length;
	}
	if (end < text.length) parts.push({ text: text.slice(end), direction: 'ltr' });
	return parts;
}

/** Arabic inside a paragraph that runs from the left; a mark before its ranges keeps them from turning. */
function cutStretch(text: string): Cut[] {
	const parts = text.split(RANGES).filter((part) => part !== '');
	if (parts.length === 1) return [{ text, direction: 'rtl' }];
	return parts.map((part) =>
		RANGES.test(part)
			? { text: RIGHT_TO_LEFT_MARK + part, direction: 'ltr', within: 'rtl' }
			: { text: part, direction: 'rtl', within: 'rtl' }
	);
}
