const ARABIC: Readonly<Record<string, string>> = {
	أ: 'ا',
	إ: 'ا',
	آ: 'ا',
	ٱ: 'ا',
	ى: 'ي',
	ی: 'ي',
	ئ: 'ي',
	ؤ: 'و',
	ة: 'ه',
	ک: 'ك',
	ڭ: 'ك',
	گ: 'ك',
	ڪ: 'ك',
	ہ: 'ه',
	ھ: 'ه',
	ە: 'ه',
	ۀ: 'ه',
	ے: 'ي'
};

/** Tatweel, marks above and below letters, and characters that only steer direction or joining. */
const DROPPED = /[\u0640\p{Mn}\p{Cf}]/u;

function foldCharacter(character: string): string {
	let folded = '';
	for (const base of ARABIC[character] ?? character.normalize('NFKD').toLowerCase()) {
		if (DROPPED.test(base)) continue;
		folded += ARABIC[base] ?? base;
	}
	return folded.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}

/**
 * `text` as a search compares it: alef, ya, waw, kaf and ha in one form each, those of Persian keyboards too, letters
 * out of PDF files as those they are forms of, ta marbuta as ha, without tatweel
 * and diacritics; Latin letters without case and accents; digits Western; runs of spaces as one.
 */
export function foldArabic(text: string): string {
	let folded = '';
	for (const character of text.normalize('NFC')) folded += foldCharacter(character);
	return folded.replace(/\s+/gu, ' ').trim();
}

/**
 * Where `query` stands in `text` when both are folded, as UTF-16 offsets into `text`, diacritics that
 * follow the last letter included. Undefined when it is not there or is empty.
 */
export function findFolded(
	text: string,
	query: string
): { readonly start: number; readonly end: number } | undefined {
	const wanted = foldArabic(query);
	if (wanted === '') return undefined;
	let folded = '';
	// The offset in `text` of the character that each folded character comes from.
	const origins: number[] = [];
	let offset = 0;
	for (const character of text) {
		let piece = foldCharacter(character).replace(/\s/gu, ' ');
		if (piece === ' ' && folded.endsWith(' ')) piece = '';
		folded += piece;
		origins.push(...Array.from({ length: piece.length }, () => offset));
		offset += character.length;
	}
	const at = folded.indexOf(wanted);
	if (at < 0) return undefined;
	return { start: origins[at] ?? 0, end: origins[at + wanted.length] ?? text.length };
}
