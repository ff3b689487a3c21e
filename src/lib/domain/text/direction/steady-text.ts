import { directionCuts, type Direction, type DirectionCut } from './direction-cuts.ts';

const LEFT_TO_RIGHT_MARK = '\u200E';
const RIGHT_TO_LEFT_MARK = '\u200F';
/** Between these a mark in front is not enough behind Arabic words. */
const TURNING = /[– ]/;

/**
 * A paragraph of the given direction for a program that orders letters itself, as browsers, the PDF and
 * spreadsheets do: isolates as they were, numbers and Latin names held by marks that nobody sees, so that
 * `0535-62-00-00` or `2025-2028` reads alike everywhere. Rule [TX18].
 */
export function steadyText(text: string, paragraph: Direction): string {
	return directionCuts(text, paragraph)
		.map(({ text: whole, cuts }) => (cuts ? cuts.map(steady).join('') : whole))
		.join('');
}

function steady(cut: DirectionCut): string {
	if (cut.held === 'number' && TURNING.test(cut.text)) return `\u2066${cut.text}\u2069`;
	return markedText(cut);
}

/** What is held, between the marks that hold it where only the letters around it are looked at. */
export function markedText({ text, held }: DirectionCut): string {
	if (held === 'word') return `${LEFT_TO_RIGHT_MARK}${text}${LEFT_TO_RIGHT_MARK}`;
	return held === 'number' ? RIGHT_TO_LEFT_MARK + text : text;
}
