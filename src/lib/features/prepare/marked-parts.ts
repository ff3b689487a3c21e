/** A stretch of a text; `marked` where it is one of the words that were looked for. */
export interface TextPart {
	readonly text: string;
	readonly marked: boolean;
}

/** Cuts `text` at the first place where each of `words` stands, in the order of the text. */
export function markedParts(text: string, words: readonly string[]): TextPart[] {
	const places = words
		.map((word) => ({ from: text.indexOf(word), to: text.indexOf(word) + word.length }))
		.filter(({ from, to }) => from >= 0 && to > from)
		.sort((a, b) => a.from - b.from);
	const parts: TextPart[] = [];
	let at = 0;
	for (const { from, to } of places) {
		if (from < at) continue;
		if (from > at) parts.push({ text: text.slice(at, from), marked: false });
		parts.push({ text: text.slice(from, to), marked: true });
		at = to;
	}
	if (at < text.length) parts.push({ text: text.slice(at), marked: false });
	return parts;
}
