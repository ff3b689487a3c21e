import { directionCuts, type Direction } from '#lib/domain/text/direction/direction-cuts.ts';
import { markedText } from '#lib/domain/text/direction/steady-text.ts';

/** A piece of a paragraph that runs in one direction and wants one font. */
export interface DirectedText {
	readonly text: string;
	readonly direction: Direction;
	/** The quotation of another direction than the paragraph's that it is a part of, or null. */
	readonly within: Direction | null;
	readonly font: 'tifinagh' | 'emoji' | null;
}

const TIFINAGH = String.raw`\p{Script=Tifinagh}+(?: +\p{Script=Tifinagh}+)*`;
const EMOJI = String.raw`(?:\p{RGI_Emoji}|\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F)+`;
const HAS_EMOJI = new RegExp(EMOJI, 'v');
const OWN_FONT = new RegExp(`(${TIFINAGH}|${EMOJI})`, 'v');
/** Code units that every letter with a font of its own begins with: most texts have none, and are told fast. */
const MAY_HAVE_OWN_FONT = /\u20E3|[\u00A9\u00AE\u203C\u2049\u2122-\u3299\uD83C-\uD83E]/;
const IS_TIFINAGH = /^\p{Script=Tifinagh}/u;

/**
 * A paragraph of the given direction as runs of one direction each, since Word orders runs and asks for
 * right-to-left letters only in right-to-left runs. Isolates set bounds and are left out: older versions of
 * Word draw them; who writes the runs sets a quotation of another direction (`within`) apart instead.
 */
export function directedRuns(text: string, paragraph: Direction): DirectedText[] {
	return directionCuts(text, paragraph).flatMap(({ direction: around, cuts }) =>
		(cuts ?? []).flatMap((cut) => {
			const within = cut.within ?? (around === paragraph ? null : around);
			const { direction } = cut;
			const marked = markedText(cut);
			if (!MAY_HAVE_OWN_FONT.test(marked)) return [{ text: marked, direction, within, font: null }];
			return marked
				.split(OWN_FONT)
				.filter((bit) => bit !== '')
				.map((bit) => ({ text: bit, direction, within, font: fontOf(bit) }));
		})
	);
}

/** True when a part of the text wants the font of the emoji. */
export function hasEmoji(text: string): boolean {
	return MAY_HAVE_OWN_FONT.test(text) && HAS_EMOJI.test(text);
}

function fontOf(text: string): DirectedText['font'] {
	if (!OWN_FONT.test(text)) return null;
	return IS_TIFINAGH.test(text) ? 'tifinagh' : 'emoji';
}
