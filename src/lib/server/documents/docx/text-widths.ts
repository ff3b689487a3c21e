import { documentFonts } from '../content/document-fonts.ts';
import { readFont, type FontFile } from '../content/font-file.ts';
import { joinedForms } from './joined-forms.ts';
import { ARABIC_STEP } from './docx-styles.ts';

/** Which of the document's two main families draws a stretch. */
export type Script = 'arabic' | 'latin';

/** A stretch of text in one script and weight. */
export interface MeasuredRun {
	readonly text: string;
	readonly script: Script;
	readonly bold: boolean;
}

/** How many lines a paragraph has, and how high they are together in points. */
export interface Lines {
	readonly count: number;
	readonly height: number;
}

/** A letter that none of the two families has, as wide as most emoji and signs are. */
const OTHER = 0.9;

let fonts: Readonly<Record<Script, Readonly<Record<'regular' | 'bold', Face>>>> | undefined;

/**
 * Breaks runs into lines of `width` twips at `size` points, by the widths that letters have in the fonts of
 * the documents; a word that is longer than a line goes over into the next one.
 */
export function linesOf(runs: readonly MeasuredRun[], size: number, width: number): Lines {
	fonts ??= load();
	let count = 1;
	let line = 0;
	let word = 0;
	let arabic = false;
	for (const { text, script, bold } of runs) {
		const face = fonts[script][bold ? 'bold' : 'regular'];
		const scale = size * 20 * (script === 'arabic' ? ARABIC_STEP : 1);
		if (script === 'arabic') arabic = true;
		for (const letter of script === 'arabic' ? joinedForms(text) : text) {
			const advance = face.widthOf(letter) * scale;
			if (letter === ' ') {
				line += word + advance;
				word = 0;
				continue;
			}
			word += advance;
			if (line + word <= width) continue;
			count++;
			if (line === 0) word = advance;
			line = 0;
		}
	}
	const { arabic: ar, latin } = fonts;
	const height = arabic
		? Math.max(ar.regular.lineHeight * ARABIC_STEP, latin.regular.lineHeight)
		: latin.regular.lineHeight;
	return { count, height: count * height * size };
}

interface Face {
	widthOf(letter: string): number;
	readonly lineHeight: number;
}

function load(): NonNullable<typeof fonts> {
	const { arabic, arabicBold, latin, latinBold } = documentFonts();
	return {
		arabic: { regular: faceOf(readFont(arabic)), bold: faceOf(readFont(arabicBold)) },
		latin: { regular: faceOf(readFont(latin)), bold: faceOf(readFont(latinBold)) }
	};
}

function faceOf(font: FontFile): Face {
	const widths = new Map<string, number>();
	return {
		lineHeight: font.lineHeight,
		widthOf(letter) {
			let width = widths.get(letter);
			if (width === undefined) {
				const point = letter.codePointAt(0) ?? 0;
				width = font.glyphs.has(point) ? font.advance(point) : INVISIBLE.test(letter) ? 0 : OTHER;
				widths.set(letter, width);
			}
			return width;
		}
	};
}

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
