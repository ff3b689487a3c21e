/** How a card lays its text out, in CSS pixels. */
export interface CardMeasures {
	/** What stands beside the text in the line's direction: padding, icon, menu. */
	readonly beside: number;
	/** What stands above and below it: padding, foot. */
	readonly around: number;
	/** Size of the letters. */
	readonly size: number;
	/** Height of a line as a multiple of the size. */
	readonly line: number;
}

/** Width of a letter as a share of its size, on average over notes in Arabic and French. */
const LETTER = 0.46;
/** What stays empty at the end of a line because the next word does not fit, on average. */
const LEFT_OVER = 12;

/**
 * How high a note's card will be about, for the room that it takes while it is not drawn. The card is
 * measured once it is drawn; this only keeps the scroll bar from jumping.
 */
export function noteHeight(text: string, width: number, card: CardMeasures): number {
	const room = (width - card.beside - LEFT_OVER) / (LETTER * card.size);
	const lines = Math.max(1, Math.ceil(text.length / Math.max(1, room)));
	return card.around + lines * card.size * card.line;
}
