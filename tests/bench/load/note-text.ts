import { EXAMPLE } from '#lib/server/example/example-workshop.ts';
import type { Random } from './random.ts';

/** Each note of a run carries its number in its text, by which receivers are known to have it. */
const MARK = 'bench-';
const DIGITS = 7;
const MARK_BYTES = Buffer.from(MARK);

/** Shortest and longest text, in characters: what people write on such notes. */
const LENGTH = { least: 60, most: 200 } as const;

/**
 * A note's text of a real size: words of the example's Arabic notes, most between 60 and 120 characters
 * and some up to 200, and the note's number.
 */
export function noteText(number: number, random: Random): string {
	const wanted = LENGTH.least + Math.floor((LENGTH.most - LENGTH.least) * random() ** 2);
	const mark = `${MARK}${String(number).padStart(DIGITS, '0')}`;
	let text = '';
	while (text.length + mark.length + 1 < wanted) {
		const { notes } = EXAMPLE;
		text += `${notes[Math.floor(random() * notes.length)]?.text ?? ''} `;
	}
	return `${text.slice(0, wanted - mark.length - 1).trimEnd()} ${mark}`;
}

/** The numbers of all notes whose texts stand in `bytes`: a frame may carry several, merged, or a state. */
export function noteNumbersIn(bytes: Buffer): number[] {
	const numbers: number[] = [];
	for (let at = bytes.indexOf(MARK_BYTES); at >= 0; at = bytes.indexOf(MARK_BYTES, at + 1)) {
		const digits = bytes.toString('latin1', at + MARK.length, at + MARK.length + DIGITS);
		if (/^\d{7}$/.test(digits)) numbers.push(Number(digits));
	}
	return numbers;
}
